package nomic.ruleset;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the files of rulesets are. */
sealed interface RulesetSource {
    /** The file that lists the names of the rulesets. */
    String INDEX = "index";

    /** The text of a file below the root, or null where there is none. */
    @Nullable String text(String path);

    /** The text of a file of a ruleset, or null where there is none. */
    default @Nullable String text(String ruleset, String file) {
        return text(ruleset + "/" + file);
    }

    /** The names of the rulesets, as the index lists them. */
    default List<String> names() {
        String index = text(INDEX);
        if (index == null) {
            throw new MalformedFile(
                    INDEX, 0, "There is no such file", "List the names of the rulesets in it.");
        }
        return index.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** The names of the files of a ruleset; none where they cannot be listed. */
    List<String> files(String ruleset);

    /** A folder on the class path. */
    record ClassPath(String root) implements RulesetSource {
        @Override
        public @Nullable String text(String path) {
            ClassLoader loader = RulesetSource.class.getClassLoader();
            try (InputStream in = loader.getResourceAsStream(root + "/" + path)) {
                return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + path, e);
            }
        }

        @Override
        public List<String> files(String ruleset) {
            return List.of();
        }
    }

    /** A folder on disk. */
    record Folder(Path root) implements RulesetSource {
        @Override
        public @Nullable String text(String path) {
            Path file = root.resolve(path);
            try {
                return Files.isRegularFile(file) ? Files.readString(file) : null;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }

        @Override
        public List<String> files(String ruleset) {
            Path folder = root.resolve(ruleset);
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot list " + folder, e);
            }
        }
    }

    /** Two places; a ruleset that has files in the first is there as a whole. */
    record Either(Folder first, RulesetSource second) implements RulesetSource {
        @Override
        public @Nullable String text(String path) {
            String text = first.text(path);
            return text == null ? second.text(path) : text;
        }

        @Override
        public @Nullable String text(String ruleset, String file) {
            return of(ruleset).text(ruleset, file);
        }

        @Override
        public List<String> files(String ruleset) {
            return of(ruleset).files(ruleset);
        }

        private RulesetSource of(String ruleset) {
            return first.files(ruleset).isEmpty() ? second : first;
        }
    }
}
