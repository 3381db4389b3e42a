package nomic.server.cli;

import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.Limits;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.law.Turn;
import nomic.log.Recorded;
import nomic.ruleset.Ruleset;
import nomic.script.Table;
import nomic.session.Interpreter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A scratch game in which a change is proposed, adopted by all, and played with for a round. */
final class Trial {
    private static final List<String> PLAYERS = List.of("ann", "bob", "cyd");
    private static final Instant BEGINS = Instant.parse("2026-01-01T12:00:00Z");
    private static final Command.Propose CUSTOM =
            new Command.Propose(Kind.ENACT, 0, "A custom", "So be it.", "");

    private final Table table;
    private final List<Recorded> events = new ArrayList<>();
    private final List<Decided> commands = new ArrayList<>();
    private @Nullable Refusal refusal;

    Trial(Interpreter interpreter, Ruleset ruleset, Limits limits) {
        table = new Table(interpreter, 1, BEGINS);
        table.open(ruleset.game("A trial", limits), PLAYERS);
    }

    /** Proposes a change, adopts it if the rules let it, and plays a round. */
    void play(Command.Propose change) {
        if (!turn(change) || !adopted()) {
            return;
        }
        for (int i = 0; i < PLAYERS.size(); i++) {
            turn(CUSTOM);
        }
    }

    /** Why the change could not be proposed or voted on; null where it could. */
    @Nullable Refusal refusal() {
        return refusal;
    }

    /** All events from the proposal on. */
    List<Recorded> events() {
        return List.copyOf(events);
    }

    /** The number of the rule that was changed; 0 where none was. */
    int rule() {
        return settled() instanceof Event.VoteSettled settled ? settled.rule() : 0;
    }

    /** The commands from the proposal on. */
    List<Decided> commands() {
        return List.copyOf(commands);
    }

    /** The present number of the rule with an id. */
    int numberOf(int ruleId) {
        return table.state().numberOf(ruleId);
    }

    boolean adopted() {
        return settled() instanceof Event.VoteSettled settled && settled.adopted();
    }

    private @Nullable Event settled() {
        return events.stream()
                .map(recorded -> recorded.occurrence().event())
                .filter(Event.VoteSettled.class::isInstance)
                .findFirst()
                .orElse(null);
    }

    /** A turn: whose turn it is proposes, and all vote for it. False where the move is refused. */
    private boolean turn(Command.Propose change) {
        Turn turn = table.state().turn();
        if (!move(turn == null ? PLAYERS.getFirst() : turn.player(), change)) {
            return false;
        }
        int proposal = table.state().proposals().lastKey();
        for (String voter : table.voters(proposal)) {
            if (!move(voter, new Command.Vote(proposal, Choice.FOR, null))) {
                return false;
            }
        }
        return true;
    }

    private boolean move(String player, Command command) {
        Decided decided = table.move(player, command);
        commands.add(decided);
        for (Occurrence occurrence : decided.events()) {
            events.add(
                    new Recorded(
                            events.size() + 1L,
                            decided.envelope().at(),
                            player,
                            decided.envelope().id(),
                            occurrence));
        }
        if (decided.outcome() instanceof Outcome.Refused(Refusal why)) {
            if (refusal == null) {
                refusal = why;
            }
            return false;
        }
        return true;
    }
}
