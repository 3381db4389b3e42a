package nomic.client;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** The pauses between the attempts of one call. */
final class Pauses {
    private final Patience patience;
    private final long begin = System.nanoTime();
    private Duration next;

    Pauses(Patience patience) {
        this.patience = patience;
        this.next = patience.first();
    }

    /**
     * Waits before the next attempt, at least as long as the server has asked for. False, and at
     * once, where patience would not last so long.
     */
    boolean wait(Duration asked) {
        long jitter = ThreadLocalRandom.current().nextLong(next.toNanos() / 2 + 1);
        Duration pause = next.minusNanos(jitter);
        pause = asked.compareTo(pause) > 0 ? asked : pause;
        Duration waited = Duration.ofNanos(System.nanoTime() - begin);
        if (waited.plus(pause).compareTo(patience.most()) > 0) {
            return false;
        }
        sleep(pause);
        next = shorter(next.multipliedBy(2), patience.longest());
        return true;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** What a call throws when its thread is interrupted, which stays marked as such. */
    static UncheckedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new UncheckedIOException(new InterruptedIOException("Interrupted while waiting"));
    }
}
