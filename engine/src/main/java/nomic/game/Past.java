package nomic.game;

import java.time.Instant;

/**
 * A game as it was once.
 *
 * @param head the sequence number of the last event that went into the state
 * @param at the time of that command
 */
public record Past(long head, Instant at, GameState state) {
    /** The event by which a game becomes again what it was, and goes on from there. */
    public Event.RolledBack rollBack(GameState now, Instant time, String reason) {
        return new Event.RolledBack(head, reason, now.takenUp(this, time));
    }

    /** The event by which another game begins as this one was. */
    public Event.GameForked fork(
            String name, String master, Limits limits, Origin forkOf, Instant time) {
        return new Event.GameForked(
                name, master, forkOf, state.forked(this, name, master, limits, forkOf, time));
    }
}
