package nomic.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import nomic.ruleset.MalformedFile;
import nomic.session.Interpreter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The orders of the game master in scripted games. */
final class ScriptedOrdersTest {
    private static final Interpreter INTERPRETER = Interpreter.standard();

    /** Who ends a turn gets two points; ann is the master. */
    private static final String GAME =
            """
            players: [ann, bob]
            rules:
              - number: 1
                code: |
                  rule "two points" when TurnEnded( $p : player ) then law.award($p, 2); end
            moves:
            """;

    @TempDir Path folder;

    @AfterAll
    static void close() {
        INTERPRETER.close();
    }

    private String report(String moves) throws IOException {
        Path file = folder.resolve("game.yaml");
        Files.writeString(file, GAME + moves);
        return ScriptedGame.read(file).play(INTERPRETER, EmptyRuleset.in(folder)).report();
    }

    @Test
    void a_paused_game_stands_still_until_it_is_resumed() throws IOException {
        assertThat(
                        report(
                                """
                                  - ann: {pause: Back at nine.}
                                    expect: [GamePaused: {reason: Back at nine.}]
                                  - bob: end-turn
                                    refused: {problem: paused}
                                  - bob: resume
                                    refused: {problem: not-the-master}
                                  - ann: resume
                                    expect: [GameResumed]
                                  - bob: end-turn
                                """))
                .isEmpty();
    }

    @Test
    void a_rule_sleeps_and_wakes() throws IOException {
        assertThat(
                        report(
                                """
                                  - ann: {suspend-rule: {rule: 1, reason: It is too generous.}}
                                    expect: [RuleSuspended: {rule: 1}]
                                  - bob: end-turn
                                    expect: [not: HoldingChanged]
                                  - ann: {reinstate-rule: {rule: 1}}
                                    expect: [RuleReinstated: {rule: 1}]
                                  - bob: end-turn
                                    expect: [HoldingChanged: {owner: bob, to: 2}]
                                """))
                .isEmpty();
    }

    @Test
    void limits_change_players_go_and_the_game_is_handed_over_and_ended() throws IOException {
        assertThat(
                        report(
                                """
                                  - ann: {change-limits: {limits: {firings: 500}}}
                                    expect: [LimitsChanged]
                                  - ann: {hand-over: bob}
                                    expect: [MasterChanged: {from: ann, to: bob}]
                                  - bob: {kick: {player: ann, reason: She is rude.}}
                                    expect: [PlayerKicked: {player: ann, reason: She is rude.}]
                                    state: {players: {ann: {standing: left}}}
                                  - ann: join
                                    refused: {problem: already-joined}
                                  - bob: {end-game: Nobody is left.}
                                    expect: [GameEnded: {reason: Nobody is left.}]
                                """))
                .isEmpty();
    }

    @Test
    void a_game_goes_back_to_an_event_or_by_some_moves() throws IOException {
        assertThat(
                        report(
                                """
                                  - bob: end-turn
                                    state: {holdings: {bob: {points: 2}}}
                                  - all: end-turn
                                    state: {holdings: {ann: {points: 2}, bob: {points: 4}}}
                                  - ann: {roll-back: {moves: 2, reason: A mistake.}}
                                    expect: [RolledBack: {reason: A mistake.}]
                                    state: {holdings: {bob: {points: 2}}}
                                  - bob: end-turn
                                    state: {holdings: {bob: {points: 4}}}
                                  - ann: {roll-back: {to: 4}}
                                    expect: [RolledBack: {to: 4}]
                                    state: {holdings: {}}
                                  - ann: {roll-back: {moves: 50}}
                                    refused: {problem: bad-argument}
                                """))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {ann: {paus: now}}                        | Maybe you meant `pause`
                    {ann: {suspend-rule: {number: 1}}}        | Known are reason, rule
                    {ann: {kick: {reason: x}}}                | player is missing
                    {ann: {roll-back: {to: 3, moves: 1}}}     | how far the game goes back
                    {ann: {roll-back: {moves: 0}}}            | how far the game goes back
                    {ann: {change-limits: {limits: {fuel: much}}}} | A number is expected
                    """)
    void an_order_that_cannot_be_read_names_the_remedy(String step, String message) {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> report("  - " + step))
                .withMessageContaining(message);
    }
}
