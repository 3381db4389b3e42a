package nomic.preview;

import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.ProposalEntry;
import nomic.game.Refusal;
import nomic.game.Seeds;
import nomic.game.StoppedRule;
import nomic.law.Player;
import nomic.session.Foreseen;
import nomic.session.Interpreter;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A game that goes on beside the real one, in memory. Its dice are its own: they say nothing of
 * those that the game will throw.
 */
final class Fork {
    private final Interpreter interpreter;
    private final Budget budget;
    private final List<StoppedRule> stopped;
    private final List<Decided> history = new ArrayList<>();
    private GameState state;
    private Instant clock;
    private String seed;
    private @Nullable String obstacle;

    /**
     * @param name of the fork; the same game forked under the same name goes on alike
     */
    Fork(
            Interpreter interpreter,
            Budget budget,
            List<StoppedRule> stopped,
            GameState state,
            Instant clock,
            String name) {
        this.interpreter = interpreter;
        this.budget = budget;
        this.stopped = stopped;
        this.state = state;
        this.clock = clock;
        this.seed = Canonical.sha256(name.getBytes(StandardCharsets.UTF_8));
    }

    GameState state() {
        return state;
    }

    Instant clock() {
        return clock;
    }

    /** What has been decided, refused commands too. */
    List<Decided> history() {
        return List.copyOf(history);
    }

    /** What was last found to stand against any further change; null where nobody has looked. */
    @Nullable String obstacle() {
        return obstacle;
    }

    boolean isOver() {
        return state.status() == GameStatus.FINISHED;
    }

    /** The envelope of the next command. */
    Envelope next(String player, Command command) {
        seed = Seeds.after(seed);
        String id = "preview-" + (history.size() + 1);
        return new Envelope(id, player, clock, seed, command, stopped, null);
    }

    /** Decides a command; null where it was carried out, else why not. */
    @Nullable Refusal move(String player, Command command) {
        Foreseen foreseen = interpreter.decideOnFork(state, next(player, command));
        Decided decided = foreseen.decided();
        obstacle = foreseen.obstacle() == null ? obstacle : foreseen.obstacle();
        budget.spend(decided);
        history.add(decided);
        state = decided.state();
        return decided.outcome() instanceof Outcome.Refused(Refusal why) ? why : null;
    }

    /** Lets the first deadline pass; false where there is none. */
    boolean passTime() {
        Instant due = state.firstDeadline();
        if (due == null || isOver()) {
            return false;
        }
        clock = due.isAfter(clock) ? due : clock;
        move("", new Command.PassTime());
        return true;
    }

    /** Puts something on record that no rule has had a say on. */
    void note(List<Event> events) {
        state = Evolution.evolve(state, events);
    }

    /** All events so far but those of {@link #note}. */
    List<Occurrence> events() {
        return history.stream().flatMap(decided -> decided.events().stream()).toList();
    }

    /** A proposal while it is open. */
    @Nullable ProposalEntry open(int number) {
        ProposalEntry proposal = state.proposals().get(number);
        return proposal != null && proposal.open() ? proposal : null;
    }

    /** The active players by seat, beginning with one. */
    List<String> players(String first) {
        var names = new ArrayList<String>();
        state.players().values().stream()
                .filter(Player::isActive)
                .sorted(Comparator.comparingInt(Player::seat))
                .forEach(player -> names.add(player.name()));
        if (names.remove(first)) {
            names.addFirst(first);
        }
        return names;
    }
}
