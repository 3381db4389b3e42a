package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.script.Played;
import nomic.script.ScriptedGame;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Each file of Suber's set holds one behaviour: without it that is gone, and the others stay. */
final class MissingRuleTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "103, 202",
        "104, ",
        "105, 207",
        "108, ",
        "109, 103",
        "110, 211",
        "112, 208",
        "114, 203",
        "201, ",
        "202, 207",
        "203, ",
        "204, 109",
        "206, 105",
        "207, 206",
        "208, 114",
        "209, 104",
        "211, 202",
    })
    void without_a_file_its_behaviour_is_gone_and_another_stays(int file, String other)
            throws IOException {
        assertThat(without(file, String.valueOf(file)).failures())
                .as("the script of the missing rule")
                .isNotEmpty();
        if (other != null) {
            assertThat(without(file, other).report()).isEmpty();
        }
    }

    private Played without(int missing, String script) throws IOException {
        String text = Files.readString(Scripts.SUBER.resolve(script + ".yaml"));
        Path changed = folder.resolve(script + ".yaml");
        Files.writeString(changed, text + "without: [" + missing + "]\n");
        return ScriptedGame.read(changed).play(Scripts.INTERPRETER, Scripts.RULESETS);
    }
}
