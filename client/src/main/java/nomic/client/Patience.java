package nomic.client;

import java.time.Duration;

/**
 * How long a client tries again what may be sent again: where the network fails, the server is
 * being started, or says that there is too much to do.
 *
 * @param most in all for one call
 * @param first pause; each is twice the one before, but what the server asks for comes first
 * @param longest pause
 */
public record Patience(Duration most, Duration first, Duration longest) {
    /** A minute in all, with pauses of 0.1 to 5 seconds. */
    public static final Patience STANDARD =
            new Patience(Duration.ofMinutes(1), Duration.ofMillis(100), Duration.ofSeconds(5));

    /** Nothing is tried again. */
    public static final Patience NONE =
            new Patience(Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1));

    /** The same for a longer or shorter time. */
    public Patience of(Duration other) {
        return new Patience(other, first, longest);
    }
}
