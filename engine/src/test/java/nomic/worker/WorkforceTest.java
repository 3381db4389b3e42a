package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.Built;
import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.script.Table;
import nomic.session.Interpreter;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

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
        table.move("ann", new Command.Vote(301, Choice.FOR, null));
        table.move("bob", new Command.Vote(999, Choice.FOR, null));
        table.move("ann", new Command.EndTurn());
        table.move("bob", new Command.Propose(Kind.ENACT, 0, "Wrong", "", "rule x when"));
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
}
