package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nomic.code.Built;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.Limit;
import nomic.game.Limits;
import nomic.game.Logged;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Recent;
import nomic.game.Refusal;
import nomic.game.StoppedRule;
import nomic.game.Undecidable;
import nomic.law.Kind;
import nomic.preview.Preview;
import nomic.preview.Question;
import nomic.preview.Subject;
import nomic.preview.SuspendedRule;
import nomic.script.Table;
import nomic.session.Interpreter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The limits of these games are so wide that only the wall around the process holds. */
class LostWorkerTest {
    private static final Limits WIDE =
            Limits.STANDARD.with(Limit.FUEL, Long.MAX_VALUE / 8).with(Limit.BYTES, 1 << 30);
    private static final String FOR_EVER =
            "rule \"r\" when TurnEnded() then while (true) { int i = 0; } end";
    private static final String EATS =
            """
            import java.util.ArrayList;
            import java.util.List;
            rule "r" when TurnEnded() then
                List<String> all = new ArrayList<>();
                while (true) { all.add("x".repeat(1000000)); }
            end
            """;
    private static final String AWARDS =
            "rule \"a\" when TurnEnded( $p : player ) then law.award($p, 1); end";

    @TempDir static Path folder;
    private static Workforce workforce;

    @BeforeAll
    static void start() {
        var patience = new Patience(Duration.ofMillis(1500), Duration.ofSeconds(30));
        workforce = new Workforce(folder, 1, 128, List.of(), patience, Patience.TO_CHECK);
    }

    @AfterAll
    static void stop() {
        workforce.close();
    }

    private static Table table(String... rules) {
        var founding = new ArrayList<Command.FoundingRule>();
        for (String code : rules) {
            int number = 201 + founding.size();
            founding.add(new Command.FoundingRule(number, "Rule " + number, true, "", code));
        }
        var table = new Table(workforce, 7, Instant.parse("2026-01-01T12:00:00Z"));
        table.open(new Command.CreateGame("A game", "own", founding, WIDE), List.of("ann", "bob"));
        return table;
    }

    private static List<Event> events(Decided decided) {
        return decided.events().stream().map(Occurrence::event).toList();
    }

    private static void isDecidedLikewiseHere(Table table) {
        List<Decided> history = table.history();
        Decided last = history.getLast();
        try (var here = Interpreter.standard()) {
            Decided again = here.decide(history.get(history.size() - 2).state(), last.envelope());
            assertThat(again.stateHash()).isEqualTo(last.stateHash());
        }
    }

    @Test
    void a_rule_that_does_not_end_is_suspended_and_the_move_is_made() {
        Table table = table(AWARDS, FOR_EVER);

        Decided decided = table.move("ann", new Command.EndTurn());

        assertThat(events(decided))
                .anySatisfy(
                        event ->
                                assertThat(event)
                                        .isInstanceOfSatisfying(
                                                Event.RuleSuspended.class,
                                                suspended -> {
                                                    assertThat(suspended.rule()).isEqualTo(202);
                                                    assertThat(suspended.why())
                                                            .contains("does not come to an end");
                                                }));
        assertThat(decided.state().holding("ann", "points")).isEqualTo(1);
        assertThat(decided.envelope().stopped()).hasSize(1);
        isDecidedLikewiseHere(table);
    }

    @Test
    void a_rule_that_eats_the_heap_is_suspended_and_the_move_is_made() {
        Table table = table(EATS, AWARDS);

        Decided decided = table.move("ann", new Command.EndTurn());

        assertThat(decided.envelope().stopped()).extracting(StoppedRule::rule).containsExactly(201);
        assertThat(decided.state().holding("ann", "points")).isEqualTo(1);
        isDecidedLikewiseHere(table);
    }

    @Test
    void a_rule_that_does_not_end_while_it_judges_refuses_the_move_of_one_player() {
        Table table =
                table(
                        """
                        rule "judges" agenda-group "legality" when EndTurn() then
                            while (true) { int i = 0; }
                        end
                        """);

        Decided ann = table.move("ann", new Command.EndTurn());
        Decided bob = table.move("bob", new Command.EndTurn());

        assertThat(ann.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.refusal()).isInstanceOf(Refusal.Faulted.class));
        assertThat(bob.outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(events(bob)).anyMatch(Event.RuleSuspended.class::isInstance);
    }

    @Test
    void a_founding_rule_that_does_not_end_does_not_keep_a_game_from_being_founded() {
        Table table = table("rule \"r\" when Rule() then while (true) { int i = 0; } end");

        assertThat(table.history().getFirst().outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(events(table.history().getFirst()))
                .anyMatch(Event.RuleSuspended.class::isInstance);
    }

    @Test
    void a_preview_of_a_rule_that_does_not_end_says_so() {
        Table table =
                table(
                        """
                        rule "all votes adopt" when
                            $p : Proposal( open, $n : number )
                            exists Ballot( proposal == $n )
                        then
                            law.adopt($p);
                        end
                        """);
        Recent recent = Recent.NONE;
        for (Decided each : table.history()) {
            recent = recent.then(new Logged(each.envelope(), each.outcome(), each.events()));
        }
        String endless = FOR_EVER.replace("TurnEnded()", "VoteSettled()");
        var draft = new Command.Propose(Kind.ENACT, 0, "Endless", "", endless);
        Preview preview =
                workforce.preview(new Question(recent, new Subject.Draft("ann", draft), 1));

        assertThat(preview.suspended()).extracting(SuspendedRule::rule).containsExactly(202);
        assertThat(preview.suspended().getFirst().why()).contains("does not come to an end");
        assertThat(table.move("ann", new Command.EndTurn()).outcome())
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void three_ends_over_one_command_are_enough() {
        Table table = table(FOR_EVER, FOR_EVER, FOR_EVER);

        assertThatThrownBy(() -> table.move("ann", new Command.EndTurn()))
                .isInstanceOf(Undecidable.class);
    }

    @Test
    void a_process_that_somebody_kills_is_nobodys_fault() {
        Table table = table(AWARDS);
        ProcessHandle.current()
                .children()
                .filter(child -> isWorker(child))
                .forEach(ProcessHandle::destroyForcibly);

        Decided decided = table.move("ann", new Command.EndTurn());

        assertThat(decided.envelope().stopped()).isEmpty();
        assertThat(decided.state().holding("ann", "points")).isEqualTo(1);
    }

    private static boolean isWorker(ProcessHandle child) {
        return child.info().commandLine().orElse("").contains(WorkerMain.class.getName());
    }

    @Test
    void code_that_explodes_in_the_compiler_is_refused_and_the_next_is_compiled() {
        var bomb = new StringBuilder("rule \"r\" when TurnEnded() then\n");
        bomb.append("final String s0 = \"0123456789012345678901234567890123456789\";\n");
        for (int i = 1; i < 27; i++) {
            bomb.append("final String s%d = s%d + s%d;\n".formatted(i, i - 1, i - 1));
        }
        bomb.append("end\n");

        assertThat(workforce.compile(0, bomb.toString()))
                .isInstanceOfSatisfying(
                        Built.Refused.class,
                        refused -> assertThat(refused.diagnostics()).isNotEmpty());
        assertThat(workforce.compile(0, AWARDS)).isInstanceOf(Built.Classes.class);
    }
}
