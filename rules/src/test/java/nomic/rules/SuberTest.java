package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class SuberTest {
    static List<Path> scripts() {
        return Scripts.in(Scripts.SUBER);
    }

    static List<Path> withoutARule() {
        return Scripts.tests("without");
    }

    static List<Path> amended() {
        return Scripts.tests("amended");
    }

    static List<Path> cases() {
        return Scripts.tests("cases");
    }

    @ParameterizedTest
    @MethodSource({"scripts", "withoutARule", "amended", "cases"})
    void a_scripted_game_goes_as_written(Path script) {
        assertThat(Scripts.play(script).report()).isEmpty();
    }

    @Test
    void every_coded_rule_has_a_script_with_it_and_one_without_it() {
        List<String> coded =
                rules().filter(rule -> !rule.code().isBlank())
                        .map(rule -> rule.number() + ".yaml")
                        .toList();
        assertThat(scripts()).extracting(path -> path.getFileName().toString()).isEqualTo(coded);
        assertThat(withoutARule())
                .extracting(path -> path.getFileName().toString())
                .isEqualTo(coded);
    }

    @Test
    void there_are_sixteen_immutable_and_thirteen_mutable_rules() {
        assertThat(rules().filter(rule -> !rule.mutable()).map(Command.FoundingRule::number))
                .containsExactlyElementsOf(numbers(101, 116));
        assertThat(rules().filter(Command.FoundingRule::mutable).map(Command.FoundingRule::number))
                .containsExactlyElementsOf(numbers(201, 213));
        assertThat(rules()).allSatisfy(rule -> assertThat(rule.prose()).isNotBlank());
    }

    private static Stream<Command.FoundingRule> rules() {
        return Scripts.RULESETS.get("suber").rules().stream();
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
