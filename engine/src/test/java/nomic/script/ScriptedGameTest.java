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
import java.util.List;

final class ScriptedGameTest {
    private static final Interpreter INTERPRETER = Interpreter.standard();

    private static final String GREETING =
            """
            players: [ann, bob]
            rules:
              - number: 1
                code: |
                  rule "a greeting"
                  when
                      TurnEnded( $p : player )
                  then
                      law.award($p, 2);
                      law.announce("{} is done", $p);
                  end
            moves:
            """;

    @TempDir Path folder;

    @AfterAll
    static void close() {
        INTERPRETER.close();
    }

    @Test
    void what_comes_as_expected_passes() throws IOException {
        Played played =
                play(
                        GREETING
                                + """
                                  - ann: end-turn
                                    expect:
                                      - TurnEnded: {player: ann}
                                      - HoldingChanged: {to: 2, cause: {rule: 1}}
                                      - Announced: {text: ann is done}
                                      - not: GameWon
                                    state: {holdings: {ann: {points: 2}}, offers: {}}
                                  - cyd: end-turn
                                    refused: {problem: not-a-player, reason: cyd}
                                """);
        assertThat(played.report()).isEmpty();
        assertThat(played.steps()).hasSize(3);
    }

    @Test
    void the_first_step_that_fails_is_the_last_that_is_played() throws IOException {
        Played played =
                play(
                        GREETING
                                + """
                                  - ann: end-turn
                                    expect:
                                      - Announced: {text: bob is done}
                                  - bob: end-turn
                                """);
        assertThat(played.steps()).hasSize(2);
        assertThat(played.failures()).hasSize(1);
        assertThat(played.failures().getFirst().line()).isEqualTo(15);
        assertThat(played.report())
                .contains("game.yaml:15: Expected Announced {text: bob is done}")
                .contains("Announced[text=ann is done]");
    }

    @Test
    void each_deadline_passes_at_its_time_and_what_follows_from_it_before_the_next()
            throws IOException {
        Played played =
                play(
                        """
                        players: [ann]
                        begins: 2026-01-01T09:59:58Z
                        rules:
                          - number: 1
                            code: |
                              import java.time.Duration
                              rule "at ten and at eleven"
                              when
                                  GameStarted()
                              then
                                  law.schedule("eleven", law.now().plus(Duration.ofHours(1)));
                                  law.schedule("ten", law.now());
                              end
                              rule "and half an hour after ten"
                              when
                                  Elapsed( name == "ten" )
                              then
                                  law.schedule("half past", law.now().plus(Duration.ofMinutes(30)));
                              end
                              rule "when it is"
                              when
                                  Elapsed( $name : name )
                              then
                                  law.announce("{} at {}", $name, law.now());
                              end
                        moves:
                          - wait: PT2H
                            expect:
                              - Announced: {text: "ten at 2026-01-01T10:00:01Z"}
                              - Announced: {text: "half past at 2026-01-01T10:30:01Z"}
                              - Announced: {text: "eleven at 2026-01-01T11:00:01Z"}
                        """);
        assertThat(played.report()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {ann: end-turn, expect: [{not: Announced}]}   | Expected no Announced, but it came
                    {ann: end-turn, refused: {rule: 1}}           | The move was permitted
                    {cyd: end-turn}                               | The move was refused: not-a-player
                    {cyd: end-turn, refused: {rule: 1}}           | expected: {rule: 1}
                    {ann: end-turn, state: {holdings: {}}}        | The state has holdings
                    {ann: end-turn, state: {players: {ann: {seat: 3}}}} | The state has players.ann.seat = 1; expected: 3
                    {ann: end-turn, state: {players: {cyd: {seat: 3}}}} | The state has players.cyd not at all
                    """)
    void what_comes_otherwise_is_reported(String step, String message) throws IOException {
        assertThat(play(GREETING + "  - " + step).report()).contains("game.yaml:", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    moves: []                                   | players is missing
                    {players: [ann], moves: [{ann: dance}]}     | game.yaml:1: dance is no move
                    {players: [ann], moves: [{expect: []}]}     | A step has no move
                    {players: [ann], moves: [], colour: red}    | colour is not known here
                    {players: [ann], moves: [], ruleset: tiny}  | There is no ruleset tiny
                    {players: [ann], moves: [{wait: 2 days}]}   | 2 days is no length of time
                    {players: [ann], moves: [], state: open}    | Names with values are expected
                    {players: [], moves: []}                    | Nobody plays
                    {players: [ann], moves: [{ann: start, refused: {why: no}}]} | why is not known
                    {players: [ann                              | A brace or bracket is not closed
                    {players: [ann], moves: [{anne: {propos: {}}}]} | Maybe you meant `propose`
                    {players: [ann], moves: [{ann: {vote: yes}}]} | Write one of for, against, abstain
                    {players: [ann], moves: [{turns: -5}]}      | -5 turns cannot be played
                    {players: [ann], moves: [{turns: 2000000000}]} | 2000000000 turns cannot be played
                    {players: [ann], moves: [{wait: -P5D}]}     | Time does not go back
                    {players: [ann], moves: [], titel: x}       | Maybe you meant `title`
                    {players: [ann], moves: [{ann: start, expect: [TurnStartd]}]} | Maybe you meant `TurnStarted`
                    {players: [ann], moves: [{ann: start, expect: [{TurnStarted: {playr: ann}}]}]} | Known are cause, circuit, number, player
                    {players: [ann], moves: [{ann: start, expect: [not: {GameWn: {}}]}]} | Maybe you meant `GameWon`
                    {players: &p [ann], moves: *p}              | *p stands for another part
                    {title: Rule: one, players: [ann], moves: []} | a text with a colon
                    """)
    void a_script_that_cannot_be_read_names_line_and_remedy(String script, String message) {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> play(script))
                .withMessageContaining("game.yaml")
                .withMessageContaining(message);
    }

    @Test
    void a_tab_and_an_uneven_list_are_told_apart() {
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> play("players: [ann]\nmoves:\n\t- ann: start\n"))
                .withMessageContaining("game.yaml:3: A tab stands where blanks indent");
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> play("moves:\n  - ann: start\n   - ann: start\n"))
                .withMessageContaining("indented otherwise");
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> play("players: [ann]\nmoves: []\n---\nplayers: [bob]\n"))
                .withMessageContaining("game.yaml:4: A second document");
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> play("title: " + "[".repeat(5_000)))
                .withMessageContaining("nested too deeply");
        assertThatExceptionOfType(MalformedFile.class)
                .isThrownBy(() -> play("{{{{"))
                .withMessageContaining("a name or a value is missing");
    }

    @Test
    void code_that_does_not_check_is_told_as_its_author_reads_it() throws IOException {
        assertThat(
                        play(GREETING
                                        + "  - ann: {propose: {title: T, sentences: \"When a"
                                        + " turn has begun\\nThen he gets 1 point\"}}")
                                .report())
                .contains("2:6: \"he\" cannot stand for {player}")
                .doesNotContain("Diagnostic[");
    }

    @Test
    void long_events_are_shortened_where_something_else_was_expected() throws IOException {
        assertThat(play(GREETING.replace("moves:", "expect: [GameWon]\nmoves:") + "  []").report())
                .contains("GameCreated[", "…")
                .doesNotContain("declaresWinner", "limits=");
    }

    @Test
    void the_same_script_is_played_the_same_each_time() throws IOException {
        String script = GREETING + "  - ann: end-turn\n  - bob: end-turn\n";
        List<String> first = hashes(play(script));
        assertThat(hashes(play(script))).isEqualTo(first);
    }

    private static List<String> hashes(Played played) {
        return played.steps().stream()
                .flatMap(step -> step.decided().stream())
                .map(decided -> decided.stateHash())
                .toList();
    }

    private Played play(String script) throws IOException {
        Path file = folder.resolve("game.yaml");
        Files.writeString(file, script);
        return ScriptedGame.read(file).play(INTERPRETER, EmptyRuleset.in(folder));
    }
}
