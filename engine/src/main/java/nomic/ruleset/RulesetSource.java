package nomic.ruleset;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
    }

    /** Two places, the second for what is not in the first. */
    record Either(RulesetSource first, RulesetSource second) implements RulesetSource {
        @Override
        public @Nullable String text(String path) {
            String text = first.text(path);
            return text == null ? second.text(path) : text;
        }
    }
}
