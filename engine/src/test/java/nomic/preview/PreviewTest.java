package nomic.preview;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import nomic.game.Attachments;
import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Limit;
import nomic.game.Limits;
import nomic.game.Logged;
import nomic.game.Recent;
import nomic.game.Refusal;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.preview.RuleChange.What;
import nomic.script.Table;
import nomic.session.Interpreter;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What proposals and drafts would do in a small game. */
final class PreviewTest {
    private static final Interpreter INTERPRETER = Interpreter.standard();
    private static final Previewer PREVIEWER = new ForkingPreviewer(INTERPRETER);
    private static final List<String> PLAYERS = List.of("ann", "bob");

    private static final String ADOPTED_BY_ALL =
            """
            rule "adopted by all"
            when
                $p : Proposal( open, $n : number )
                exists Player( active )
                forall( $v : Player( active )  Ballot( proposal == $n, voter == $v.name, choice == Choice.FOR ) )
            then
                law.adopt($p);
            end
            """;

    private static final String ONLY_ANN =
            """
            rule "only ann proposes"
                agenda-group "legality"
            when
                $m : Propose( player != "ann" )
            then
                law.forbid($m, "you are not ann");
            end
            """;

    private static final String ENDING_PAYS =
            """
            rule "ending pays"
            when
                TurnEnded( $p : player )
            then
                law.award($p, 1);
            end
            """;

    private static final String ENDING_IS_FORBIDDEN =
            """
            rule "no end"
                agenda-group "legality"
            when
                $m : EndTurn()
            then
                law.forbid($m, "nobody ends a turn");
            end
            """;

    private final Table table = table(ADOPTED_BY_ALL, ONLY_ANN, ENDING_PAYS);

    private static Table table(String... rules) {
        return table(Limits.STANDARD, rules);
    }

    private static Table table(Limits limits, String... rules) {
        var table = new Table(INTERPRETER, 7, Instant.parse("2026-01-01T12:00:00Z"));
        var founding = new ArrayList<Command.FoundingRule>();
        for (String code : rules) {
            int number = founding.size() + 1;
            founding.add(new Command.FoundingRule(number, "Rule " + number, true, "", code));
        }
        table.open(new Command.CreateGame("test", "inline", founding, limits), PLAYERS);
        return table;
    }

    private static Recent recent(Table table) {
        Recent recent = Recent.NONE;
        for (Decided each : table.history()) {
            recent = recent.then(new Logged(each.envelope(), each.outcome(), each.events()));
        }
        return recent;
    }

    private static Command.Propose enact(String code) {
        return change(Kind.ENACT, 0, code);
    }

    private static Command.Propose change(Kind kind, int target, String code) {
        return new Command.Propose(kind, target, "A change", "", code);
    }

    private static Preview draft(Table table, String player, Command.Propose move) {
        return PREVIEWER.preview(new Question(recent(table), new Subject.Draft(player, move), 1));
    }

    private Preview draft(String player, Command.Propose move) {
        return draft(table, player, move);
    }

    @Test
    void a_draft_that_is_adopted_as_soon_as_it_is_proposed_is_previewed_with_what_it_brings() {
        String atOnce =
                """
                rule "adopted at once"
                when
                    $p : Proposal( open )
                then
                    law.adopt($p);
                end
                """;
        String gift =
                """
                rule "a gift"
                when
                    Player( name == "bob" )
                then
                    law.award("bob", 7);
                end
                """;

        Preview preview = draft(table(atOnce), "ann", enact(gift));

        assertThat(preview.adoption()).isEqualTo(new Adoption(true, "", 0, 0));
        assertThat(preview.points())
                .containsExactly(new Points("ann", 0, 0), new Points("bob", 0, 7));
        assertThat(preview.rules()).singleElement().extracting(RuleChange::number).isEqualTo(2);
    }

    @Test
    void points_now_and_after_are_told_for_each_player() {
        Preview preview =
                draft(
                        "ann",
                        enact(
                                """
                                rule "a gift"
                                when
                                    Player( name == "bob" )
                                then
                                    law.award("bob", 7);
                                end
                                """));

        assertThat(preview.refusal()).isNull();
        assertThat(preview.adoption()).isEqualTo(new Adoption(true, "", 2, 0));
        assertThat(preview.points())
                .containsExactly(new Points("ann", 0, 0), new Points("bob", 0, 7));
        assertThat(preview.facts())
                .containsExactly(
                        new FactChange(FactChange.Sort.HOLDING, "bob, points", null, "7", 4));
        assertThat(preview.rules())
                .singleElement()
                .satisfies(
                        rule -> {
                            assertThat(rule.what()).isEqualTo(What.ENACTED);
                            assertThat(rule.number()).isEqualTo(4);
                            assertThat(rule.before()).isNull();
                        });
        assertThat(preview.furtherChange().possible()).isEqualTo(FurtherChange.Possible.YES);
        assertThat(preview.leftOut()).isEmpty();
    }

    @Test
    void an_amendment_shows_both_texts_and_what_the_last_moves_would_have_done() {
        table.move("bob", new Command.EndTurn());
        Preview preview =
                draft("ann", change(Kind.AMEND, 3, ENDING_PAYS.replace("$p, 1", "$p, 5")));

        RuleChange change = preview.rules().getFirst();
        assertThat(requireNonNull(change.before()).code()).contains("$p, 1");
        assertThat(requireNonNull(change.after()).code()).contains("$p, 5");
        PastMove last = preview.lastMoves().getLast();
        assertThat(last.player()).isEqualTo("bob");
        assertThat(last.move()).isEqualTo("end-turn");
        assertThat(Canonical.text(last.missing())).contains("\"to\":1");
        assertThat(Canonical.text(last.added())).contains("\"to\":5");
        assertThat(preview.lastMoves()).filteredOn(PastMove::differs).hasSize(1);
    }

    @Test
    void a_move_that_would_have_been_refused_is_told_with_the_reason() {
        table.move("bob", new Command.EndTurn());
        Preview preview = draft("ann", enact(ENDING_IS_FORBIDDEN));

        PastMove last = preview.lastMoves().getLast();
        assertThat(last.refused()).isEmpty();
        assertThat(last.wouldBeRefused()).isEqualTo("nobody ends a turn");
        assertThat(requireNonNull(preview.randomTurns()).refusalsByChange()).isPositive();
    }

    @Test
    void a_draft_that_the_rules_refuse_is_shown_as_if_it_had_been_proposed() {
        Preview preview = draft("bob", enact(""));

        assertThat(preview.refusal())
                .isInstanceOfSatisfying(
                        Refusal.Forbidden.class, by -> assertThat(by.rule()).isEqualTo(2));
        assertThat(preview.adoption().adopted()).isTrue();
        assertThat(preview.rules()).hasSize(1);
    }

    @Test
    void a_draft_whose_code_does_not_check_has_its_diagnostics_and_nothing_else() {
        Preview preview = draft("ann", enact("rule \"broken\" when Plyer() then end"));

        assertThat(preview.refusal()).isInstanceOf(Refusal.Unchecked.class);
        assertThat(preview.adoption().adopted()).isFalse();
        assertThat(preview.rules()).isEmpty();
        assertThat(preview.leftOut()).isNotEmpty();
    }

    @Test
    void a_rule_that_passes_a_limit_is_named_with_what_it_used() {
        Preview preview =
                draft(
                        "ann",
                        enact(
                                """
                                rule "never done"
                                when
                                    Player( name == "ann" )
                                then
                                    for (int i = 0; i >= 0; i = 1) { }
                                end
                                """));

        SuspendedRule suspended = preview.suspended().getFirst();
        assertThat(suspended.rule()).isEqualTo(4);
        assertThat(suspended.why()).contains("fuel");
        assertThat(suspended.use().get("fuel")).isGreaterThan(Limit.FUEL.standard() / 2);
        assertThat(preview.rules()).extracting(RuleChange::what).contains(What.SUSPENDED);
    }

    @Test
    void the_end_of_all_change_is_seen_without_any_rule_that_looks_for_it() {
        Preview preview = draft("ann", change(Kind.REPEAL, 1, ""));

        assertThat(preview.adoption().adopted()).isTrue();
        assertThat(preview.furtherChange().possible()).isEqualTo(FurtherChange.Possible.NO);
        assertThat(preview.furtherChange().obstacle()).contains("would not be adopted");
    }

    @Test
    void what_no_rule_adopts_is_told_with_the_reason() {
        Preview preview = draft(table(ENDING_PAYS), "ann", enact(""));

        assertThat(preview.adoption().adopted()).isFalse();
        assertThat(preview.adoption().why()).startsWith("No rule in force ends the vote");
        assertThat(preview.leftOut()).isNotEmpty();
    }

    @Test
    void an_adoption_that_a_rule_forbids_is_told_with_the_rule() {
        var strict =
                table(
                        ADOPTED_BY_ALL,
                        """
                        rule "nothing is repealed"
                            agenda-group "legality"
                        when
                            $c : Claim( kind == ClaimKind.ADOPT, $n : proposal )
                            Proposal( number == $n, kind == Kind.REPEAL )
                        then
                            law.forbid($c, "what is law stays law");
                        end
                        """);
        Preview preview = draft(strict, "ann", change(Kind.REPEAL, 1, ""));

        assertThat(preview.adoption().why())
                .isEqualTo("Rule 2 forbids its adoption: what is law stays law");
    }

    @Test
    void an_open_proposal_is_looked_at_with_the_ballots_against_it_turned_round() {
        table.move("ann", enact(ENDING_IS_FORBIDDEN));
        table.move("ann", new Command.Vote(4, Choice.AGAINST, null));
        Recent recent = recent(table);
        String hash = table.state().hash();
        Preview preview = PREVIEWER.preview(new Question(recent, new Subject.Open(4), 1));

        assertThat(preview.adoption().adopted()).isTrue();
        assertThat(preview.hash())
                .isEqualTo(requireNonNull(table.state().proposals().get(4)).hash());
        assertThat(recent.state().hash()).isEqualTo(hash).isEqualTo(table.state().hash());
    }

    @Test
    void the_tests_of_a_rule_in_force_that_break_are_told() {
        String tests =
                """
                title: Ending pays
                players: [ann, bob]
                moves:
                  - ann: end-turn
                    expect:
                      - HoldingChanged: {owner: ann, to: 1}
                """;
        var carried = new Attachments("", "", tests);
        table.move("ann", new Command.Propose(Kind.AMEND, 3, "Pay", "", ENDING_PAYS, carried));
        table.poll(new Command.Vote(4, Choice.FOR, null));
        Preview preview = draft("ann", enact(ENDING_IS_FORBIDDEN));

        assertThat(table.state().rule(3)).isNotNull();
        assertThat(preview.brokenTests())
                .singleElement()
                .satisfies(
                        broken -> {
                            assertThat(broken.rule()).isEqualTo(3);
                            assertThat(broken.failedBefore()).isFalse();
                            assertThat(broken.failures().getFirst().message())
                                    .contains("Ending pays");
                        });
        assertThat(draft("ann", enact("")).brokenTests()).isEmpty();
    }

    @Test
    void the_tests_of_rules_that_the_change_ends_are_said_to_be_left_out() {
        String tests = "{title: Ending pays, moves: [ann: end-turn]}";
        table.move(
                "ann",
                new Command.Propose(
                        Kind.AMEND, 3, "Pay", "", ENDING_PAYS, new Attachments("", "", tests)));
        table.poll(new Command.Vote(4, Choice.FOR, null));
        Preview preview = draft("ann", change(Kind.REPEAL, 3, ""));

        assertThat(preview.brokenTests()).isEmpty();
        assertThat(preview.leftOut())
                .containsExactly("The tests of rules that the change suspends or repeals: 3.");
    }

    @Test
    void ten_past_moves_and_ten_turns_to_come_are_looked_at() {
        String turns =
                """
                rule "turns begin" when GameStarted() then law.passTurn("ann", 1); end
                rule "turns end" when TurnEnded( $p : player ) Player( name != $p, $next : name ) then
                    law.passTurn($next, 1);
                end
                rule "a ballot ends a turn"
                when
                    BallotCast()
                    Turn( $p : player )
                    Player( name != $p, $next : name )
                then
                    law.passTurn($next, 1);
                end
                rule "a proposal ends a turn"
                when
                    ProposalMade()
                    Turn( $p : player )
                    Player( name != $p, $next : name )
                then
                    law.passTurn($next, 1);
                end
                """;
        var game = table(ADOPTED_BY_ALL, turns, ENDING_PAYS);
        for (int i = 0; i < 12; i++) {
            game.move(i % 2 == 0 ? "ann" : "bob", new Command.EndTurn());
        }
        Preview preview =
                draft(game, "ann", change(Kind.AMEND, 3, ENDING_PAYS.replace("$p, 1", "$p, 5")));

        assertThat(preview.lastMoves()).hasSize(10).allMatch(PastMove::differs);
        assertThat(requireNonNull(preview.randomTurns()).turns()).isEqualTo(10);
    }

    @Test
    void a_change_that_wins_is_told_with_the_winner() {
        Preview preview =
                draft(
                        "ann",
                        enact(
                                """
                                rule "bob wins"
                                when
                                    Player( name == "bob" )
                                then
                                    law.declareWinner("bob", "as agreed");
                                end
                                """));

        assertThat(preview.winners()).containsExactly("bob");
        assertThat(preview.ends()).isTrue();
        assertThat(preview.randomTurns()).isNull();
    }

    @Test
    void the_same_question_has_the_same_answer_anywhere() {
        table.move("bob", new Command.EndTurn());
        var question = new Question(recent(table), new Subject.Draft("ann", enact(ENDING_PAYS)), 3);
        String first = Canonical.text(PREVIEWER.preview(question));

        assertThat(Canonical.text(PREVIEWER.preview(question))).isEqualTo(first);
        try (Interpreter other = Interpreter.standard()) {
            var elsewhere = new ForkingPreviewer(other);
            var sent = Canonical.read(Canonical.text(recent(table)), Recent.class);
            var again = new Question(sent, question.subject(), 3);
            assertThat(Canonical.text(elsewhere.preview(again))).isEqualTo(first);
        }
    }

    @Test
    void the_budget_ends_a_preview_early_and_says_so() {
        var generous = table(Limits.STANDARD.with(Limit.FUEL, Limit.FUEL.most()), ADOPTED_BY_ALL);
        Preview preview =
                draft(
                        generous,
                        "ann",
                        enact(
                                """
                                rule "slow"
                                when
                                    ProposalMade()
                                then
                                    int sum = 0;
                                    for (int i = 0; i < 100000000; i++) { sum += i; }
                                end
                                """));

        assertThat(preview.adoption().adopted()).isTrue();
        assertThat(preview.leftOut()).singleElement().asString().contains("the budget is used up");
        assertThat(preview.budget().units()).isGreaterThan(preview.budget().of());
    }
}
