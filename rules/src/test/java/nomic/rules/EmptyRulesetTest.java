package nomic.rules;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Outcome;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.law.Standing;
import nomic.law.Status;
import nomic.script.Table;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** Without rules every well-formed move is permitted and changes only its own record. */
final class EmptyRulesetTest {
    private final Table table =
            new Table(Scripts.INTERPRETER, 1, Instant.parse("2026-01-01T12:00:00Z"));

    @BeforeEach
    void open() {
        table.open(Scripts.RULESETS.get("empty").game("A table"), List.of("ann", "bob"));
    }

    @Test
    void a_game_starts_without_turn_and_points() {
        GameState state = table.state();
        assertThat(state.turn()).isNull();
        assertThat(state.holdings()).isEmpty();
        assertThat(state.rulebook()).isEmpty();
        assertThat(state.players()).containsOnlyKeys("ann", "bob");
    }

    @Test
    void anyone_may_propose_and_nothing_opens_the_vote() {
        Event event = onlyEvent(propose("bob"));
        assertThat(event)
                .isInstanceOfSatisfying(
                        Event.ProposalMade.class, e -> assertThat(e.author()).isEqualTo("bob"));
        assertThat(table.state().proposals().firstEntry().getValue().status())
                .isEqualTo(Status.DEBATE);
    }

    @Test
    void anyone_may_end_the_turn() {
        GameState before = table.state();
        assertThat(onlyEvent(table.move("bob", new Command.EndTurn())))
                .isEqualTo(new Event.TurnEnded("bob"));
        assertThat(table.state()).isEqualTo(before);
    }

    @Test
    void anyone_may_leave_or_forfeit() {
        assertThat(onlyEvent(table.move("ann", new Command.Leave())))
                .isEqualTo(new Event.PlayerLeft("ann", false));
        assertThat(onlyEvent(table.move("bob", new Command.Forfeit())))
                .isEqualTo(new Event.PlayerLeft("bob", true));
        assertThat(table.state().players().values())
                .extracting(nomic.law.Player::standing)
                .containsExactly(Standing.LEFT, Standing.FORFEITED);
    }

    @Test
    void anyone_may_join_a_running_game() {
        assertThat(onlyEvent(table.move("cyd", new Command.Join())))
                .isEqualTo(new Event.PlayerJoined("cyd", 3));
    }

    @Test
    void ballots_are_recorded_and_decide_nothing() {
        propose("ann");
        int proposal = table.state().proposals().firstKey();
        for (String voter : List.of("ann", "bob", "ann")) {
            var vote = new Command.Vote(proposal, Choice.FOR, null);
            assertThat(onlyEvent(table.move(voter, vote))).isInstanceOf(Event.BallotCast.class);
        }
        assertThat(table.state().rulebook()).isEmpty();
    }

    private Decided propose(String player) {
        var rule = new Command.Propose(Kind.ENACT, 0, "A custom", "We greet each other.", "");
        return table.move(player, rule);
    }

    private static Event onlyEvent(Decided decided) {
        assertThat(decided.outcome()).isEqualTo(new Outcome.Accepted());
        assertThat(decided.events()).hasSize(1);
        return decided.events().getFirst().event();
    }
}
