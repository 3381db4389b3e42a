package nomic.rules;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import nomic.game.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scripted game of the conformance suite.
 *
 * @param rule the number of the rule that it is about: the name of its folder
 * @param held whether the rule does in it what it says; else somebody tries to break it
 * @param title a sentence that a player of Nomic understands
 */
record ConformanceGame(int rule, boolean held, String title, Path file) {
    static final Path FOLDER = Path.of("src/test/resources/conformance");

    private static final YAMLMapper YAML = new YAMLMapper();

    /** All games by rule and name. */
    static List<ConformanceGame> all() {
        return rules().stream().flatMap(rule -> of(rule.number()).stream()).toList();
    }

    static List<Command.FoundingRule> rules() {
        return Scripts.RULESETS.get("suber").rules();
    }

    /** The games of a rule by name; none where it has no folder. */
    static List<ConformanceGame> of(int rule) {
        Path folder = FOLDER.resolve(String.valueOf(rule));
        return Files.isDirectory(folder)
                ? Scripts.in(folder).stream().map(file -> read(rule, file)).toList()
                : List.of();
    }

    /** All scripts below the folder, whether they belong to a rule or not. */
    static List<Path> files() {
        try (Stream<Path> files = Files.walk(FOLDER, 2)) {
            return files.filter(file -> file.getNameCount() > FOLDER.getNameCount() + 1)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot list " + FOLDER, e);
        }
    }

    private static ConformanceGame read(int rule, Path file) {
        try {
            String title = YAML.readTree(Files.readString(file)).path("title").asText();
            return new ConformanceGame(rule, isHeld(file), title, file);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    private static boolean isHeld(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith("held-") && !name.startsWith("broken-")) {
            throw new IllegalStateException("Name " + file + " held-... or broken-...");
        }
        return name.startsWith("held-");
    }

    /** Where a page in docs/ finds the game. */
    String link() {
        return "../rules/" + file;
    }

    @Override
    public String toString() {
        return rule + ": " + title;
    }
}
