package nomic.server;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * How a server is watched and ended.
 *
 * @param management where health and metrics are read; null for nowhere
 * @param grace how long a stop waits for what is under way
 */
public record Operation(@Nullable Management management, Duration grace) {
    /** For tests: watched by nobody. */
    static final Operation LOCAL = new Operation(null, Duration.ofSeconds(5));

    /**
     * A listener of its own, which strangers should not reach.
     *
     * @param port 0 takes a free one
     */
    public record Management(String host, int port) {}
}
