package nomic.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The rule code that stands in files of the project. */
final class Specimens {
    private Specimens() {}

    /** Attacks, honest rules, mistakes, the rules of Suber's set and the examples, by path. */
    static List<Path> files() {
        return Stream.of(
                        resource("attacks"),
                        resource("mistakes"),
                        Path.of("../rules/src/main/resources/rulesets"),
                        Path.of("../examples/amendments"))
                .flatMap(folder -> drl(folder).stream())
                .toList();
    }

    private static Path resource(String folder) {
        try {
            return Path.of(Objects.requireNonNull(Specimens.class.getResource(folder)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> drl(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".drl"))
                    .filter(file -> !file.toString().contains("compile-bombs"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code of a file, without a line that names a package. */
    static String code(Path file) {
        try {
            return Files.readString(file).replaceFirst("package unit[^;]*;", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
