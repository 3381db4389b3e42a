package nomic.script;

import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Past;
import nomic.game.ProposalEntry;
import nomic.game.Seeds;
import nomic.game.Timekeeper;
import nomic.law.Player;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A game played in memory: each command comes a second after the one before it, and its seed
 * follows from the seed of the table. After every command the fold of the events is compared with
 * what the session says of the state.
 */
public final class Table {
    private final Decider decider;
    private final long seed;
    private Instant clock;
    private Instant last;
    private GameState state = GameState.NONE;
    private final List<Decided> history = new ArrayList<>();

    /** What the game was after each command. */
    private final List<Past> pasts = new ArrayList<>();

    private long head;

    public Table(Decider decider, long seed, Instant begins) {
        this.decider = decider;
        this.seed = seed;
        this.clock = begins;
        this.last = begins;
    }

    public GameState state() {
        return state;
    }

    /** All commands so far, refused ones too. */
    public List<Decided> history() {
        return List.copyOf(history);
    }

    /** The names of the active players by seat. */
    public List<String> players() {
        return state.players().values().stream()
                .filter(Player::isActive)
                .sorted(Comparator.comparingInt(Player::seat))
                .map(Player::name)
                .toList();
    }

    /** Founds a game, lets the players join and starts it; the first is its master. */
    public List<Decided> open(Command.CreateGame game, List<String> players) {
        var decided = new ArrayList<Decided>();
        decided.add(move(players.getFirst(), game));
        players.forEach(player -> decided.add(move(player, new Command.Join())));
        decided.add(move(players.getFirst(), new Command.Start()));
        return decided;
    }

    /** Opens a game whose rulebook is that of another; the first player is its master. */
    List<Decided> openAnew(GameState other, List<String> players) {
        state = other.startedAnew(players.getFirst());
        var decided = new ArrayList<Decided>();
        players.forEach(player -> decided.add(move(player, new Command.Join())));
        decided.add(move(players.getFirst(), new Command.Start()));
        return decided;
    }

    /** Lets something be the case that nobody has brought about. */
    void give(List<Event> given) {
        state = Evolution.evolve(state, given);
        pasts.add(new Past(head, last, state));
    }

    /**
     * The sequence number of the last event before the last moves of players that were permitted; 0
     * where there were not so many.
     */
    long before(long moves) {
        long left = moves;
        long seq = head;
        for (Decided decided : history.reversed()) {
            seq -= decided.events().size();
            if (!decided.events().isEmpty() && !decided.envelope().player().isEmpty()) {
                left--;
            }
            if (left == 0) {
                return seq;
            }
        }
        return 0;
    }

    private @Nullable Past past(Command command) {
        return command instanceof Command.Order.RollBack(long to, String _) && to < head
                ? pasts.reversed().stream()
                        .filter(past -> past.head() <= to)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** A player's command, after what was due before it. */
    public Decided move(String player, Command command) {
        clock = clock.plusSeconds(1);
        passTime();
        return decide(player, command, clock);
    }

    /**
     * Lets the active players cast the same ballot, first the author of the proposal and then the
     * others by seat, until the vote is closed.
     */
    public List<Decided> poll(Command.Vote vote) {
        var decided = new ArrayList<Decided>();
        for (String voter : voters(vote.proposal())) {
            ProposalEntry proposal = state.proposals().get(vote.proposal());
            if (decided.isEmpty() || (proposal != null && proposal.open())) {
                decided.add(move(voter, vote));
            }
        }
        return decided;
    }

    /** The active players, first the author of a proposal and then the others by seat. */
    public List<String> voters(int number) {
        ProposalEntry proposal = state.proposals().get(number);
        var voters = new ArrayList<>(players());
        if (proposal != null && voters.remove(proposal.author())) {
            voters.addFirst(proposal.author());
        }
        return voters;
    }

    /** Lets time pass; what is due is decided. */
    public List<Decided> pass(Duration time) {
        int before = history.size();
        clock = clock.plus(time);
        passTime();
        return List.copyOf(history.subList(before, history.size()));
    }

    /** Each deadline passes at its time, so that what it leads to comes before later ones. */
    private void passTime() {
        var time = new Timekeeper();
        Instant due;
        while ((due = time.stepBeforeMove(state, last, clock)) != null) {
            decide("", new Command.PassTime(), due);
        }
    }

    private Decided decide(String player, Command command, Instant at) {
        int number = history.size() + 1;
        String roll =
                history.isEmpty()
                        ? Canonical.sha256(Long.toString(seed).getBytes(StandardCharsets.UTF_8))
                        : Seeds.after(history.getLast().envelope().seed());
        var envelope = new Envelope("c" + number, player, at, roll, command).backTo(past(command));
        Decided decided = decider.decide(state, envelope);
        List<Event> events = decided.events().stream().map(Occurrence::event).toList();
        GameState folded = Evolution.evolve(state, events);
        if (!folded.hash().equals(decided.stateHash())) {
            throw new IllegalStateException(
                    "The fold of the events of "
                            + envelope
                            + " is not the state it was decided to");
        }
        history.add(decided);
        last = at;
        state = folded;
        head += decided.events().size();
        pasts.add(new Past(head, at, state));
        return decided;
    }
}
