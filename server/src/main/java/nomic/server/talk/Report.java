package nomic.server.talk;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Somebody complains of a message.
 *
 * @param message its number
 * @param author who wrote the message
 * @param text the message as it was when it was reported
 * @param reporter who complains
 * @param closed null where nobody has seen to it
 */
record Report(
        long number,
        String game,
        long message,
        String author,
        String text,
        String reporter,
        String reason,
        Instant at,
        @Nullable Instant closed) {}
