package nomic.session;

import static nomic.session.GameUnderTest.ADOPTED_BY_ALL;
import static nomic.session.GameUnderTest.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import nomic.code.Diagnostic;
import nomic.game.Attachments;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.law.Choice;
import nomic.law.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Sentences of proposals become code in the kernel. */
final class SentencesInGamesTest {
    private static final List<String> PLAYERS = List.of("ann", "bob");
    private static final String WORKERS_ARE_PAID =
            """
            When a player has ended the turn
            Then that player gets 3 points
            """;
    private static final String OWN =
            """
            # Of an economy
            [then]{player} is paid=law.award({player}, "points", 3);
            """;

    private final GameUnderTest game = GameUnderTest.of(PLAYERS, ADOPTED_BY_ALL);

    @Test
    void a_law_in_sentences_is_adopted_and_acts() {
        assertThat(propose(WORKERS_ARE_PAID, "").outcome()).isEqualTo(new Outcome.Accepted());
        adopt();
        game.endTurn("bob");
        assertThat(game.points("bob")).isEqualTo(3);
        assertThat(game.rule(2).text().code()).contains("law.award($player, \"points\", 3);");
        assertThat(game.rule(2).text().attachments().sentences()).isEqualTo(WORKERS_ARE_PAID);
    }

    @Test
    void remarks_point_into_the_sentences() {
        Decided decided =
                propose("When a player has ended the turn\n  Then that player flies\n", "");
        assertThat(diagnostics(decided))
                .satisfiesExactly(
                        remark -> {
                            assertThat(remark.code()).isEqualTo("no-sentence");
                            assertThat(remark.line()).isEqualTo(2);
                            assertThat(remark.column()).isEqualTo(8);
                        });
    }

    @Test
    void what_the_checker_says_points_into_the_sentences() {
        Decided decided =
                propose("When a player joins\n\n> Player( nam == $player )\nThen time flies\n", "");
        assertThat(diagnostics(decided)).extracting(Diagnostic::line).containsExactly(4);
        Decided raw =
                propose(
                        """
                        When a player joins

                        > Player( nam == $player )
                        Then that player gets 1 point
                        """,
                        "");
        assertThat(diagnostics(raw)).extracting(Diagnostic::line).containsExactly(3);
    }

    @Test
    void a_proposal_brings_sentences_that_others_use_once_it_is_in_force() {
        String law = "When a player has ended the turn\nThen that player is paid\n";
        assertThat(propose(law, "").outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(propose(law, OWN).outcome()).isEqualTo(new Outcome.Accepted());
        adopt();
        assertThat(propose(law, "").outcome()).isEqualTo(new Outcome.Accepted());
        adopt();
        game.endTurn("ann");
        assertThat(game.points("ann")).isEqualTo(6);
    }

    private static final String MINT =
            """
            declare Coin
                owner : String
            end
            rule "a coin for each turn" when TurnEnded( $p : player ) then
                insert(new Coin($p));
            end
            """;
    private static final String OF_COINS =
            """
            [when]{player} has a coin=exists Coin( owner == {player} )
            [then]{player} is given a coin=insert(new Coin({player}));
            [then]{player} gets {number} for a coin=law.award({player}, {number});
            """;

    private void enact(String code, String dsl) {
        var attachments = new Attachments("", dsl, "");
        Decided decided =
                game.move("ann", new Command.Propose(Kind.ENACT, 0, "Mint", "", code, attachments));
        assertThat(decided.outcome()).isEqualTo(new Outcome.Accepted());
        adopt();
    }

    @Test
    void a_law_in_sentences_imports_a_type_of_another_rule() {
        enact(MINT, "");
        String law =
                """
                import nomic.rule.r2.Coin
                When a player has ended the turn
                  > exists Coin( owner == $player )
                Then that player gets 3 points
                """;
        assertThat(propose(law, "").outcome()).isEqualTo(new Outcome.Accepted());
        adopt();
        game.endTurn("ann");
        game.endTurn("ann");
        assertThat(game.points("ann")).isPositive();
        assertThat(RuleLinks.to(game.state(), 2)).extracting(rule -> rule.id()).containsExactly(3);
    }

    @Test
    void sentences_that_a_rule_brings_bring_its_types() {
        enact(MINT, OF_COINS);
        String law =
                """
                When a player has ended the turn
                  and that player has a coin
                Then that player gets 3 for a coin
                """;
        assertThat(propose(law, "").outcome()).isEqualTo(new Outcome.Accepted());
        adopt();
        game.endTurn("ann");
        game.endTurn("ann");
        assertThat(game.points("ann")).isPositive();
        assertThat(game.rule(3).text().code()).startsWith("import nomic.rule.r2.Coin;\n");
    }

    @Test
    void a_rule_may_declare_types_above_its_sentences_and_be_amended_in_its_own() {
        enact(MINT, OF_COINS);
        String law =
                """
                declare Coin
                    owner : String
                end
                When a player has ended the turn
                  and that player has a coin
                Then that player is given a coin
                """;
        Decided decided =
                game.move(
                        "ann",
                        new Command.Propose(
                                Kind.AMEND, 2, "", "", "", new Attachments(law, OF_COINS, "")));
        assertThat(decided.outcome()).isEqualTo(new Outcome.Accepted());
        adopt();
        assertThat(game.rule(2).text().code()).startsWith("declare Coin").doesNotContain("import");
    }

    @Test
    void types_of_one_name_do_not_meet_in_a_law() {
        enact(MINT, OF_COINS);
        enact(MINT, OF_COINS.replace("a coin", "a penny"));
        Decided decided =
                propose(
                        """
                        When a player has ended the turn
                          and that player has a coin
                        Then that player is given a penny
                        """,
                        "");
        assertThat(diagnostics(decided))
                .extracting(Diagnostic::code, Diagnostic::line)
                .containsExactly(tuple("two-types", 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    declare Coin \\n owner : String \\n When x | has no end
                    When a player joins \\n Then that player gets 1 point \\n import x.Y | below a law
                    import nomic.rule.r9.Coin \\n When a player joins \\n Then that player gets 1 point | no rule with id 9
                    """)
    void what_stands_above_or_below_laws_and_should_not_is_remarked_on(
            String sentences, String message) {
        Decided decided = propose(sentences.replace("\\n", "\n"), "");
        assertThat(diagnostics(decided))
                .extracting(Diagnostic::message)
                .first()
                .asString()
                .contains(message);
    }

    @Test
    void sentences_of_a_proposal_that_are_wrong_are_remarked_on() {
        Decided decided = propose("", "[then]x {y:.*}=law.award(\"x\", 1);\n");
        assertThat(diagnostics(decided)).extracting(Diagnostic::code).containsExactly("bad-dsl");
    }

    @Test
    void code_beside_sentences_is_their_very_expansion() {
        var attachments = new Attachments(WORKERS_ARE_PAID, "", "");
        Decided decided =
                game.move(
                        "ann",
                        new Command.Propose(
                                Kind.ENACT, 0, "Pay", "", GameUnderTest.ENDING_PAYS, attachments));
        assertThat(decided.outcome()).isInstanceOf(Outcome.Refused.class);
    }

    private Decided propose(String sentences, String dsl) {
        return game.move(
                "ann",
                new Command.Propose(
                        Kind.ENACT, 0, "A law", "", "", new Attachments(sentences, dsl, "")));
    }

    private void adopt() {
        int number = game.state().nextProposal() - 1;
        for (String player : PLAYERS) {
            game.move(player, new Command.Vote(number, Choice.FOR, null));
        }
    }

    private static List<Diagnostic> diagnostics(Decided decided) {
        return refusal(decided) instanceof Refusal.Unchecked(var remarks) ? remarks : List.of();
    }
}
