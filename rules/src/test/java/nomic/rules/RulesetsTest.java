package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.Checker;
import nomic.game.Command;
import nomic.ruleset.RuleFile;
import nomic.ruleset.Ruleset;
import nomic.ruleset.Rulesets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every ruleset beside Suber's: its files are sound, and its scripted games go as written. */
final class RulesetsTest {
    private static final Path FOLDER = Scripts.SUBER.resolveSibling("");

    static List<String> rulesets() {
        return Scripts.RULESETS.all().stream().map(Ruleset::name).toList();
    }

    static Stream<Path> scripts() {
        return rulesets().stream()
                .filter(name -> !name.equals(Rulesets.STANDARD))
                .flatMap(name -> Scripts.in(FOLDER.resolve(name)).stream());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void a_scripted_game_goes_as_written(Path script) {
        assertThat(Scripts.play(script).report()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rulesets")
    void all_code_passes_the_checker_without_a_remark(String name) {
        var checker = new Checker();
        for (RuleFile file : Rulesets.files(FOLDER.resolve(name))) {
            if (!file.code().isBlank()) {
                int number = file.foundingRule().number();
                assertThat(checker.check(number, file.code()).diagnostics())
                        .as(file.name())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rulesets")
    void every_rule_has_prose_and_every_coded_one_a_script(String name) {
        for (RuleFile file : Rulesets.files(FOLDER.resolve(name))) {
            Command.FoundingRule rule = file.foundingRule();
            assertThat(rule.prose()).as(file.name()).isNotBlank();
            Path script = FOLDER.resolve(file.name().replace(".drl", ".yaml"));
            assertThat(rule.code().isBlank() || Files.exists(script)).as("%s", script).isTrue();
        }
    }
}
