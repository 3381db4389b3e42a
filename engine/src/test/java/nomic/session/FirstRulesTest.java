package nomic.session;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.Diagnostic;
import nomic.game.Attachments;
import nomic.game.Command;
import nomic.game.Command.FoundingRule;
import nomic.game.Decided;
import nomic.game.GameState;
import nomic.game.Limits;
import nomic.game.Origin;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.law.Kind;
import nomic.script.Table;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What a game may begin with. */
final class FirstRulesTest {
    private static final String COIN = "declare Coin  owner : String end\n";
    private static final String MINT =
            """
            import nomic.rule.r301.Coin;

            rule "mint"
            when
                TurnEnded( $p : player )
            then
                insert(new Coin($p));
            end
            """;
    private static final Attachments UNKNOWN =
            new Attachments("When a dragon wakes\nThen all is lost\n", "", "");
    private static final Origin OTHER = new Origin("other", 9);

    private final Table table =
            new Table(GameUnderTest.INTERPRETER, 7, Instant.parse("2026-01-01T12:00:00Z"));

    private Decided found(Origin from, FoundingRule... rules) {
        return table.open(
                        new Command.CreateGame(
                                "test", "inline", List.of(rules), Limits.STANDARD, from),
                        List.of("ann"))
                .getFirst();
    }

    private Decided found(FoundingRule... rules) {
        return table.open(new Command.CreateGame("test", "inline", List.of(rules)), List.of("ann"))
                .getFirst();
    }

    private static FoundingRule rule(int number, String code) {
        return new FoundingRule(number, "Rule " + number, true, "", code);
    }

    private static FoundingRule rule(int number, int id, String code) {
        return new FoundingRule(number, id, "Rule", true, "", code, Attachments.NONE);
    }

    private static List<Diagnostic> remarks(Decided decided) {
        return decided.outcome()
                        instanceof Outcome.Refused(Refusal.Unchecked(List<Diagnostic> remarks))
                ? remarks
                : List.of();
    }

    @Test
    void rules_import_from_one_another_in_any_order_of_numbers() {
        Decided founded = found(rule(101, MINT), rule(301, COIN));

        assertThat(founded.outcome()).isEqualTo(new Outcome.Accepted());
        table.move("ann", new Command.EndTurn());
        assertThat(table.state().facts().values())
                .singleElement()
                .satisfies(coin -> assertThat(coin.rule()).isEqualTo(301));
    }

    @Test
    void a_renumbered_rule_keeps_its_id_and_what_imports_from_it_still_does() {
        Decided founded = found(rule(302, 302, MINT), rule(304, 301, COIN));

        assertThat(founded.outcome()).isEqualTo(new Outcome.Accepted());
        GameState state = table.state();
        assertThat(Objects.requireNonNull(state.rule(304)).id()).isEqualTo(301);
        assertThat(state.rule(301)).isNull();
        assertThat(state.nextProposal()).isEqualTo(305);
    }

    @Test
    void no_proposal_gets_a_number_that_is_the_id_of_a_rule() {
        found(rule(1, 9, ""), rule(2, ""));

        table.move("ann", new Command.Propose(Kind.ENACT, 0, "A custom", "We bow.", ""));
        assertThat(table.state().proposals()).containsOnlyKeys(10);
    }

    @Test
    void a_remark_on_the_code_says_of_which_rule_it_is() {
        assertThat(remarks(found(rule(1, COIN), rule(2, "rule \"?\" when Nothing() then end"))))
                .isNotEmpty()
                .allSatisfy(remark -> assertThat(remark.message()).startsWith("Rule 2: "));
        assertThat(table.state().exists()).isFalse();
    }

    @Test
    void an_import_from_a_rule_that_is_not_there_says_which_rule_has_it() {
        assertThat(remarks(found(rule(1, MINT))))
                .isNotEmpty()
                .allSatisfy(remark -> assertThat(remark.message()).startsWith("Rule 1: "));
    }

    @Test
    void rules_that_import_in_a_circle_are_refused() {
        String one = "import nomic.rule.r2.Two;\ndeclare One  it : String end\n";
        String two = "import nomic.rule.r1.One;\ndeclare Two  it : String end\n";

        assertThat(remarks(found(rule(1, one), rule(2, two))))
                .singleElement()
                .satisfies(remark -> assertThat(remark.message()).contains("in a circle"));
    }

    @Test
    void two_rules_of_one_number_and_two_of_one_id_are_refused() {
        assertThat(reason(found(rule(1, ""), rule(1, "")))).startsWith("Two rules have the number");
        assertThat(reason(found(rule(1, 3, ""), rule(3, ""))))
                .startsWith("Two rules have the id 3");
        assertThat(reason(found(rule(1, -3, "")))).startsWith("Two rules have the id -3");
    }

    private static String reason(Decided decided) {
        return decided.outcome() instanceof Outcome.Refused(Refusal refusal)
                ? refusal.reason()
                : "";
    }

    @Test
    void rules_of_another_game_keep_the_code_that_their_sentences_stood_for() {
        var inherited = new FoundingRule(1, "Old", true, "", COIN, UNKNOWN);

        assertThat(found(OTHER, inherited).outcome()).isEqualTo(new Outcome.Accepted());
        assertThat(Objects.requireNonNull(table.state().rule(1)).text().code()).isEqualTo(COIN);
        assertThat(Objects.requireNonNull(table.state().rule(1)).text().attachments())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void their_code_is_checked_all_the_same() {
        var inherited = new FoundingRule(1, "Old", true, "", "rule \"?\" when ( then end", UNKNOWN);

        assertThat(remarks(found(OTHER, inherited)))
                .isNotEmpty()
                .allSatisfy(remark -> assertThat(remark.message()).startsWith("Rule 1: "));
    }

    @Test
    void rules_of_a_ruleset_are_what_their_sentences_stand_for() {
        var unknown = new FoundingRule(1, "New", true, "", COIN, UNKNOWN);

        assertThat(remarks(found(unknown)))
                .isNotEmpty()
                .allSatisfy(remark -> assertThat(remark.message()).startsWith("Rule 1: "));
    }
}
