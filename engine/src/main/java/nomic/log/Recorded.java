package nomic.log;

import nomic.game.Occurrence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An event as it stands in the log.
 *
 * @param seq counts the events of a game from 1
 * @param at the time of its command
 * @param by the name of the player whose command it was; empty for the kernel's own
 * @param command the id of its command
 */
public record Recorded(long seq, Instant at, String by, String command, Occurrence occurrence) {
    /** What somebody sees of it; null is a stranger. */
    public Recorded seenBy(@Nullable String viewer) {
        return occurrence.isFor(viewer)
                ? this
                : new Recorded(seq, at, by, command, occurrence.seenBy(viewer));
    }
}
