package nomic.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Typical mistakes; the last lines of each file say where, what and what to do. Of a list of all
 * names the first two are enough.
 */
class MistakesTest {
    private static final Checker CHECKER = new Checker();
    private static final Pattern LIST =
            Pattern.compile("((?:It has|Facts known here are) \\w+, \\w+,) .*");
    private static final String EXPECTATION = "// expect: ";

    static List<Path> mistakes() throws IOException, URISyntaxException {
        var url = Objects.requireNonNull(MistakesTest.class.getResource("mistakes"));
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_shown_where_it_stands(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var expected =
                lines.stream()
                        .filter(line -> line.startsWith(EXPECTATION))
                        .map(line -> line.substring(EXPECTATION.length()))
                        .toList();
        var code =
                String.join(
                        "\n",
                        lines.stream().filter(line -> !line.startsWith(EXPECTATION)).toList());

        var said = CHECKER.check(301, code).diagnostics().stream().map(MistakesTest::text).toList();

        assertThat(said).isEqualTo(expected);
    }

    private static String text(Diagnostic it) {
        return String.join(
                        " ",
                        it.code(),
                        it.line() + ":" + it.column(),
                        it.message().replaceAll("\\s+", " "),
                        "|",
                        LIST.matcher(it.hint().replaceAll("\\s+", " ")).replaceFirst("$1 ..."))
                .strip();
    }
}
