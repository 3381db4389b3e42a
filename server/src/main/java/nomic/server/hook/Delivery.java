package nomic.server.hook;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A call as the owner of its webhook sees it.
 *
 * @param number orders the calls
 * @param id goes with each attempt, so that the receiver knows what it has seen
 * @param attempts how often it was tried
 * @param next when it is tried again; null where it is not
 * @param answer the status of HTTP of the last attempt; null where there was none
 * @param error what went wrong in the last attempt; null where nothing has
 */
record Delivery(
        long number,
        UUID id,
        String type,
        Instant created,
        Status status,
        int attempts,
        @Nullable Instant next,
        @Nullable Instant tried,
        @Nullable Integer answer,
        @Nullable String error) {
    /** What has become of a call. */
    enum Status {
        /** It is to be tried, or tried again. */
        PENDING,
        /** It has arrived. */
        DELIVERED,
        /** It was given up. */
        FAILED
    }
}
