package nomic.server.live;

import java.time.Duration;

/**
 * How often a socket is pinged, and told that it lives where nothing else was to be told. One that
 * has sent nothing for two beats, not even a pong, is cut at the third.
 */
public record Pulse(Duration beat) {
    public static final Pulse NORMAL = new Pulse(Duration.ofSeconds(30));

    Duration patience() {
        return beat.multipliedBy(2);
    }
}
