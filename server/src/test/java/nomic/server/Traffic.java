package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * The players of a stage move without pause, and send each move until it is answered. Every third
 * is sent twice at once, to two servers where there are two.
 */
final class Traffic implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Stage stage;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    /**
     * @param first the number of the first move of each player
     */
    Traffic(Stage stage, int first) {
        this.stage = stage;
        for (Person player : stage.players()) {
            threads.add(start(() -> play(player, first)));
        }
    }

    private Thread start(Runnable playing) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                playing.run();
                            } catch (RuntimeException | AssertionError e) {
                                failures.add(e);
                            }
                        });
    }

    private void play(Person player, int first) {
        for (int number = first; !stopping; number++) {
            int server = number + player.name().hashCode();
            Thread twin = null;
            if (number % 3 == 0) {
                int same = number;
                twin = start(() -> stage.send(stage.server(server + 1), player, same));
            }
            insist(player, number, server);
            if (twin != null) {
                join(twin);
            }
        }
    }

    private void insist(Person player, int number, int server) {
        int attempt = server;
        while (failures.isEmpty() && !stage.send(stage.server(attempt), player, number)) {
            attempt++;
            pause();
        }
    }

    /** Who was not answered does not ask again at once. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(PATIENCE)).as("a player ends").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes on until so many more moves were answered. */
    void moves(int number) {
        await(true, number);
    }

    /** Goes on until so many more had no clear answer. */
    void troubles(int number) {
        await(false, number);
    }

    private void await(boolean clear, int number) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        long wanted = stage.count(clear) + number;
        while (stage.count(clear) < wanted) {
            assertThat(failures).isEmpty();
            assertThat(System.nanoTime()).as("so much happens").isLessThan(until);
            pause();
        }
    }

    /** Lets everybody finish the move that is under way. */
    @Override
    public void close() {
        stopping = true;
        threads.forEach(Traffic::join);
        assertThat(failures).isEmpty();
    }
}
