package nomic.server.work;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Some platform threads with a queue of limited length. Safe for use by many threads. */
public final class Workers implements AutoCloseable {
    private final ThreadPoolExecutor threads;

    /**
     * @param name the beginning of the names of the threads
     * @param waiting how much work may wait for a thread
     */
    public Workers(String name, int threads, int waiting) {
        this.threads =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(waiting),
                        Thread.ofPlatform().daemon().name(name + "-", 1).factory());
    }

    /** Waits for the result of some work; null where too much waits already. */
    public <T> @Nullable T inTurn(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Some work failed", e.getCause());
        }
    }

    /** Has some work done by and by; false where too much waits already. */
    public boolean byAndBy(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
