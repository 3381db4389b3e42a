package nomic.script;

import nomic.ruleset.Rulesets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of rulesets that has the empty one alone. */
final class EmptyRuleset {
    private EmptyRuleset() {}

    static Rulesets in(Path folder) throws IOException {
        Files.writeString(folder.resolve("index"), "empty\n");
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(
                folder.resolve("empty/ruleset.yaml"),
                "{name: empty, title: Empty, description: None., rules: []}");
        return Rulesets.in(folder);
    }
}
