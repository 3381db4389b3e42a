package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import nomic.code.Built;
import nomic.game.Attachments;
import nomic.game.Canonical;
import nomic.game.Change;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Logged;
import nomic.game.Recent;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.law.RuleStatus;
import nomic.preview.BrokenTests;
import nomic.preview.ForkingPreviewer;
import nomic.preview.Preview;
import nomic.preview.Question;
import nomic.preview.Subject;
import nomic.preview.Tester;
import nomic.script.Table;
import nomic.session.Interpreter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

class WorkforceTest {
    private static final Command.FoundingRule ADOPTION =
            new Command.FoundingRule(
                    201,
                    "Adoption",
                    true,
                    "What somebody votes for is adopted.",
                    """
                    rule "adopts"
                    when
                        $p : Proposal( status == Status.VOTING, $n : number )
                        exists Ballot( proposal == $n, choice == Choice.FOR )
                    then
                        law.adopt($p);
                    end
                    rule "opens"
                    when
                        $p : Proposal( status == Status.DEBATE )
                    then
                        law.openVote($p);
                    end
                    """);
    private static final String BONUS =
            """
            declare Bonus
                paid : int
            end
            rule "a bonus for a turn" when TurnEnded( $p : player ) then
                law.award($p, 1 + law.roll(6));
                insert(new Bonus(1));
            end
            """;

    private static final String HOARD =
            """
            import nomic.rule.r202.Bonus;
            rule "a hoard pays" when TurnEnded( $p : player ) Bonus( $paid : paid ) then
                law.award($p, "gold", $paid);
            end
            """;

    @TempDir static Path folder;
    private static Workforce workforce;

    @BeforeAll
    static void start() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path relative = here.relativize(folder.toRealPath()).resolve("not-there-yet");
        workforce = new Workforce(relative, 1, 256, List.of());
    }

    @AfterAll
    static void stop() {
        workforce.close();
    }

    private static List<String> play(Decider decider) {
        var table = new Table(decider, 7, Instant.parse("2026-01-01T12:00:00Z"));
        table.open(
                new Command.CreateGame("A game", "own", List.of(ADOPTION)), List.of("ann", "bob"));
        table.move("ann", new Command.Propose(Kind.ENACT, 0, "Bonus", "A bonus.", BONUS));
        table.move("ann", new Command.Vote(202, Choice.FOR, null));
        table.move("bob", new Command.Vote(999, Choice.FOR, null));
        table.move("ann", new Command.EndTurn());
        table.move("bob", new Command.Propose(Kind.ENACT, 0, "Wrong", "", "rule x when"));
        table.move("bob", new Command.Propose(Kind.ENACT, 0, "Hoard", "", HOARD));
        table.move("ann", new Command.Vote(203, Choice.FOR, null));
        table.move("bob", new Command.EndTurn());
        assertThat(table.state().holding("bob", "gold")).isPositive();
        table.move("bob", new Command.Propose(Kind.REPEAL, 202, "", "", ""));
        table.move("ann", new Command.Vote(204, Choice.FOR, null));
        assertThat(table.state().rulebook().get(203))
                .matches(rule -> rule != null && rule.status() == RuleStatus.SUSPENDED);
        return table.history().stream().map(WorkforceTest::decision).toList();
    }

    private static String decision(Decided decided) {
        return decided.stateHash()
                + Canonical.text(decided.outcome())
                + Canonical.text(decided.events());
    }

    @Test
    void a_game_is_decided_in_a_child_process_as_it_is_here() {
        try (var here = Interpreter.standard()) {
            assertThat(play(workforce)).isEqualTo(play(here));
        }
    }

    /** The files of honest rules of our own, some of which look for what differs by process. */
    private static List<String> playHonest(Decider decider) throws IOException {
        var founding = new ArrayList<>(List.of(ADOPTION));
        try (var files = Files.list(Path.of("src/test/resources/nomic/code/attacks/benign-own"))) {
            for (Path file : files.sorted().toList()) {
                int number = 202 + founding.size();
                String code = Files.readString(file);
                founding.add(new Command.FoundingRule(number, "Rule " + number, true, "", code));
            }
        }
        var table = new Table(decider, 7, Instant.parse("2026-01-01T12:00:00Z"));
        table.open(new Command.CreateGame("A game", "own", founding), List.of("ann", "bob"));
        table.move("ann", new Command.EndTurn());
        table.move("bob", new Command.EndTurn());
        assertThat(table.state().rulebook().values())
                .hasSize(founding.size())
                .allMatch(rule -> rule.status() == RuleStatus.IN_FORCE);
        return table.history().stream().map(WorkforceTest::decision).toList();
    }

    @Test
    void honest_rules_do_the_same_in_a_fresh_process_as_they_do_here() throws IOException {
        try (var here = Interpreter.standard()) {
            assertThat(playHonest(workforce)).isEqualTo(playHonest(here));
        }
    }

    @Test
    void code_is_checked_in_a_child_process() {
        assertThat(workforce.compile(0, BONUS)).isInstanceOf(Built.Classes.class);
        assertThat(workforce.compile(0, "rule \"r\" when then System.exit(0); end"))
                .isInstanceOfSatisfying(
                        Built.Refused.class,
                        refused ->
                                assertThat(refused.diagnostics().getFirst().message())
                                        .contains("System"));
    }

    private static Question question(String code) {
        var table = new Table(workforce, 7, Instant.parse("2026-01-01T12:00:00Z"));
        table.open(
                new Command.CreateGame("A game", "own", List.of(ADOPTION)), List.of("ann", "bob"));
        Recent recent = Recent.NONE;
        for (Decided each : table.history()) {
            recent = recent.then(new Logged(each.envelope(), each.outcome(), each.events()));
        }
        var draft = new Command.Propose(Kind.ENACT, 0, "Bonus", "A bonus.", code);
        return new Question(recent, new Subject.Draft("ann", draft), 1);
    }

    @Test
    void tests_are_played_in_a_worker_as_in_the_process() {
        Question question = question(BONUS);
        var tests =
                new Attachments("", "", "{title: t, moves: [{ann: end-turn, expect: [GameWon]}]}");
        GameState before = question.recent().state();
        GameState after =
                Evolution.evolve(
                        before,
                        new Event.ProposalMade(
                                2,
                                "ann",
                                Kind.ENACT,
                                0,
                                0,
                                0,
                                "Bonus",
                                "",
                                BONUS,
                                "",
                                new TreeSet<>(),
                                Instant.EPOCH,
                                tests));
        after = Change.tried(after, requireNonNull(after.proposals().get(2)));

        List<BrokenTests> there = workforce.broken(before, after, Tester.ALL);
        try (Interpreter interpreter = Interpreter.standard()) {
            assertThat(new ForkingPreviewer(interpreter).broken(before, after, Tester.ALL))
                    .isEqualTo(there);
        }
        assertThat(there).extracting(BrokenTests::rule).containsExactly(2);
        assertThat(workforce.broken(before, after, 1)).isEmpty();
    }

    @Test
    void a_preview_in_a_worker_is_that_in_the_process() {
        Question question = question(BONUS);
        Preview there = workforce.preview(question);
        try (Interpreter interpreter = Interpreter.standard()) {
            Preview here = new ForkingPreviewer(interpreter).preview(question);
            assertThat(Canonical.text(there)).isEqualTo(Canonical.text(here));
        }
        assertThat(there.adoption().adopted()).isTrue();
    }
}
