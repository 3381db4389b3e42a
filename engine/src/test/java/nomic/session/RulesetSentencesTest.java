package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Limits;
import nomic.ruleset.Ruleset;
import nomic.ruleset.Rulesets;
import nomic.script.Table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A ruleset brings sentences in a file beside a rule, and all its rules know them. */
final class RulesetSentencesTest {
    @TempDir Path folder;

    @Test
    void the_rules_of_a_ruleset_use_the_sentences_of_each_other() throws IOException {
        write("index", "tiny\n");
        write("tiny/ruleset.yaml", "name: tiny\ntitle: Tiny\ndescription: D.\nrules: [1, 2]\n");
        write("tiny/1.dslr", rule(1, "When the game has begun\nThen \"bob\" is honoured\n"));
        write("tiny/2.dslr", rule(2, "When a player joins\nThen that player is honoured\n"));
        write("tiny/2.dsl", "[then]{player} is honoured=law.award({player}, \"honours\", 1);\n");
        Ruleset tiny = Rulesets.in(folder).get("tiny");
        try (var interpreter = Interpreter.standard()) {
            var table = new Table(interpreter, 1, Instant.EPOCH);
            table.open(tiny.game("A game", Limits.STANDARD), List.of("ann", "bob"));

            assertThat(table.state().holding("ann", "honours")).isEqualTo(1);
            assertThat(table.state().holding("bob", "honours")).isEqualTo(2);
        }
    }

    private static String rule(int number, String law) {
        return "/*\nnumber: %d\ntitle: A law\nclass: mutable\n\nProse.\n*/\n%s"
                .formatted(number, law);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
