package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.Diagnostic;
import nomic.game.Attachments;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.GameState;
import nomic.game.Limit;
import nomic.game.Limits;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.law.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Objects;

class TrialsTest {
    private static final String CODE =
            """
            declare Coin owner : String worth : int end
            rule "ending pays" when TurnEnded( $p : player ) then
                law.award($p, 5); insert(new Coin($p, 3));
            end
            rule "coins pay" when TurnEnded( $p : player ) Coin( owner == $p, $w : worth ) then
                law.award($p, $w);
            end
            """;

    private static GameUnderTest game() {
        return GameUnderTest.of(List.of("ann", "bob"), GameUnderTest.ADOPTED_BY_ALL);
    }

    private static Decided propose(GameUnderTest game, String code, String tests) {
        var attachments = new Attachments("", "", tests);
        return game.move("ann", new Command.Propose(Kind.ENACT, 0, "Pay", "", code, attachments));
    }

    private static Diagnostic refusal(String code, String tests) {
        Refusal refusal = GameUnderTest.refusal(propose(game(), code, tests));
        assertThat(refusal).isInstanceOf(Refusal.Unchecked.class);
        return ((Refusal.Unchecked) refusal).diagnostics().getFirst();
    }

    @Test
    void a_rule_whose_tests_pass_is_proposed_with_them() {
        GameUnderTest game = game();
        GameState before = game.state();

        Decided decided =
                propose(
                        game,
                        CODE,
                        """
                        - title: ending pays
                          players: [eve, fay]
                          moves:
                            - eve: end-turn
                              expect:
                                - HoldingChanged: {owner: eve, to: 8, cause: {rule: 2}}
                        - title: coins pay more
                          players: [eve, fay]
                          given:
                            holdings: {eve: {points: 40}}
                            facts: [Coin: {owner: eve, worth: 2}]
                          moves:
                            - eve: end-turn
                              expect:
                                - HoldingChanged: {owner: eve, cause: {rule: this}}
                              state: {holdings: {eve: {points: 50}}}
                        """);

        assertThat(decided.outcome()).isEqualTo(new Outcome.Accepted());
        assertThat(game.state().players()).isEqualTo(before.players());
        assertThat(game.state().holdings()).isEqualTo(before.holdings());
        assertThat(Objects.requireNonNull(game.state().proposals().get(2)).attachments().tests())
                .contains("coins pay more");
    }

    @Test
    void facts_of_imported_types_are_given_like_own_ones() {
        GameUnderTest game =
                GameUnderTest.of(List.of("ann", "bob"), GameUnderTest.ADOPTED_BY_ALL, CODE);
        String bank =
                """
                import nomic.rule.r2.Coin;
                rule "coins win" when TurnEnded( $p : player ) Coin( owner == $p, worth > 90 ) then
                    law.declareWinner($p, "rich");
                end
                """;

        Decided decided =
                propose(
                        game,
                        bank,
                        """
                        title: a coin of a hundred wins
                        given:
                          facts: [Coin: {owner: ann, worth: 100}]
                        moves:
                          - ann: end-turn
                            expect:
                              - GameWon: {cause: {rule: this}}
                        """);

        assertThat(decided.outcome()).isEqualTo(new Outcome.Accepted());
    }

    @Test
    void a_rule_that_fails_its_test_is_refused_with_the_test_the_line_and_what_came() {
        Diagnostic failed =
                refusal(
                        CODE,
                        """
                        title: ending pays nine
                        moves:
                          - ann: end-turn
                            expect:
                              - HoldingChanged: {owner: ann, to: 9}
                        """);

        assertThat(failed.code()).isEqualTo("test-failed");
        assertThat(failed.message())
                .contains("\"ending pays nine\"", "line 5 of the tests", "to=8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    moves: [ann: end-turn]                                   | title is missing
                    {title: t, moves: [ann: dance]}                          | dance is no move
                    {title: t, moves: [{ann: end-turn, expect: [{FactChanged: {rule: this}}]}]} | Expected FactChanged {rule: 2}
                    {title: t, colour: red, moves: []}                       | colour is not known here
                    {title: t, given: {holdings: {zed: {points: 1}}}, moves: []}  | zed does not play
                    {title: t, given: {facts: [Coin: {owner: 3}]}, moves: []}     | A Coin cannot have these values
                    {title: t, given: {facts: [Coin: {colour: red}]}, moves: []}  | A Coin has other fields
                    {title: t, given: {facts: [Purse: {}]}, moves: []}            | The rule declares and imports no Purse
                    {title: t, moves: [ann: {propose: {file: /etc/passwd}}]}      | No file can be named here
                    {title: t, moves: [ann: {propose: {code: rule}}]}             | brings code
                    {title: t, moves: [turns: 500]}                               | more than 200 moves
                    {title: t, moves: [nobody: end-turn]}                         | nobody
                    just words                                                    | A list is expected
                    [1, 2                                                         | A brace or bracket is not closed
                    """)
    void a_test_that_cannot_be_read_or_played_is_refused_with_the_reason(
            String tests, String reason) {
        assertThat(refusal(CODE, tests).message()).contains(reason);
    }

    @Test
    void tests_that_take_too_much_are_refused_and_hurt_nothing() {
        GameUnderTest game =
                GameUnderTest.of(
                        Limits.STANDARD.with(Limit.FUEL, 300_000),
                        List.of("ann", "bob"),
                        GameUnderTest.ADOPTED_BY_ALL);

        Refusal refusal =
                GameUnderTest.refusal(
                        propose(
                                game,
                                """
                                rule "endless" when TurnEnded() then while (true) { law.now(); } end
                                """,
                                "{title: t, moves: [ann: end-turn]}"));

        assertThat(refusal.reason()).contains("The tests take too much");
        assertThat(game.rule(1).inForce()).isTrue();
        assertThat(game.state().proposals()).isEmpty();
    }

    @Test
    void an_amendment_is_tested_on_the_rulebook_as_amended() {
        GameUnderTest game =
                GameUnderTest.of(
                        List.of("ann", "bob"),
                        GameUnderTest.ADOPTED_BY_ALL,
                        GameUnderTest.ENDING_PAYS);
        var attachments =
                new Attachments(
                        "",
                        "",
                        """
                        title: two points
                        moves:
                          - ann: end-turn
                            expect:
                              - HoldingChanged: {owner: ann, to: 2, cause: {rule: 2, revision: 2}}
                        """);
        String code = GameUnderTest.ENDING_PAYS.replace("1", "2");

        Decided decided =
                game.move("bob", new Command.Propose(Kind.AMEND, 2, "More", "", code, attachments));

        assertThat(decided.outcome()).isEqualTo(new Outcome.Accepted());
    }
}
