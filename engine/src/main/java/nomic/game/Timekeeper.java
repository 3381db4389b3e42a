package nomic.game;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * Says at which times the deadlines of one game pass, in order, also of those that are long due: a
 * new one for each move, or as long as nobody moves. Used by one thread at a time.
 */
public final class Timekeeper {
    /** A rule that sets one deadline after another for this very moment is held to this pace. */
    private static final Duration PACE = Duration.ofSeconds(1);

    /** So often does time pass behind the clock before what is left passes at once. */
    private static final int MOST_STEPS = 200;

    private @Nullable Instant last;
    private int steps;

    /** When time is to pass by itself, or null where nothing waits for it. */
    public @Nullable Instant next(GameState state) {
        Instant due = due(state);
        if (due == null || last == null) {
            return due;
        }
        Instant paced = last.plus(PACE);
        return due.isBefore(paced) ? paced : due;
    }

    /**
     * The time at which time passes next: that of the first deadline, or now where too many came
     * before. To be called again with the state that follows.
     *
     * @param before the time of the last command; time does not go back before it
     * @return null where nothing is to pass by itself
     */
    public @Nullable Instant step(GameState state, Instant before, Instant now) {
        Instant next = next(state);
        if (next == null || next.isAfter(now)) {
            steps = 0;
            return null;
        }
        steps++;
        if (steps > MOST_STEPS) {
            return pass(now);
        }
        return pass(next.isBefore(before) ? before : next);
    }

    /** The same ahead of a move: for what is due by then no pace holds. */
    public @Nullable Instant stepBeforeMove(GameState state, Instant before, Instant now) {
        Instant step = step(state, before, now);
        if (step != null) {
            return step;
        }
        Instant due = due(state);
        boolean waits = due != null && !due.isAfter(now) && !now.equals(last);
        return waits ? pass(now) : null;
    }

    private Instant pass(Instant at) {
        last = at;
        return at;
    }

    private static @Nullable Instant due(GameState state) {
        return state.status() == GameStatus.FINISHED ? null : state.firstDeadline();
    }
}
