package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.partitioningBy;

import nomic.game.Command;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plays the conformance suite: for each of Suber's rules games that hold it and games that try to
 * break it. In the end it prints how many went as written, by rule.
 */
final class ConformanceTest {
    private static final List<ConformanceGame> AS_WRITTEN = new ArrayList<>();

    static List<ConformanceGame> games() {
        return ConformanceGame.all();
    }

    @ParameterizedTest
    @MethodSource("games")
    void a_game_goes_as_written(ConformanceGame game) {
        assertThat(Scripts.play(game.file()).report()).isEmpty();
        AS_WRITTEN.add(game);
    }

    @Test
    void every_rule_has_three_games_that_hold_it_and_three_that_try_to_break_it() {
        for (Command.FoundingRule rule : ConformanceGame.rules()) {
            Map<Boolean, Long> games =
                    ConformanceGame.of(rule.number()).stream()
                            .collect(partitioningBy(ConformanceGame::held, counting()));
            assertThat(games)
                    .as("held and broken games of rule " + rule.number())
                    .allSatisfy((_, count) -> assertThat(count).isGreaterThanOrEqualTo(3));
        }
    }

    @Test
    void every_file_is_a_game_of_a_rule_and_every_title_a_sentence_of_its_own() {
        assertThat(games())
                .extracting(ConformanceGame::file)
                .hasSameElementsAs(ConformanceGame.files());
        assertThat(games()).extracting(ConformanceGame::title).doesNotHaveDuplicates();
        assertThat(games()).allSatisfy(game -> assertThat(game.title()).matches("[A-Z].+ .+[^.]"));
    }

    @AfterAll
    static void print_the_table() {
        System.out.println(new ConformanceTable(AS_WRITTEN).markdown());
    }
}
