package nomic.code;

import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs one check at a time on a thread with a large stack. A check that does not end in time is
 * answered and left behind: a thread cannot be stopped. What counts is processor time, so that a
 * busy machine refuses no honest code; the clock ends what waits for ever.
 */
final class BuildThread {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LOOK_MILLIS = 200;
    private static final int WALL_FACTOR = 4;

    private final long seconds;
    private ExecutorService queue = newThread();
    private volatile @Nullable Start start;

    /** The thread that runs a check, and its processor time when it began. */
    private record Start(long thread, long nanos) {}

    /**
     * @param seconds of processor time for a check; on the clock it may take four times as long
     */
    BuildThread(long seconds) {
        this.seconds = seconds;
    }

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(MeteredThread.factory("rule-check"));
    }

    synchronized Check run(Callable<Check> check) {
        start = null;
        var answer = queue.submit(() -> begin(check));
        try {
            Check given = await(answer);
            return given == null ? giveUp(answer) : given;
        } catch (ExecutionException e) {
            return refused(
                    "compiler-crash",
                    "The compiler failed on this code: " + e.getCause(),
                    "Write it in a simpler way, a part at a time, to find what it fails on.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a rule was checked", e);
        }
    }

    private Check begin(Callable<Check> check) throws Exception {
        start = new Start(Thread.currentThread().threadId(), THREADS.getCurrentThreadCpuTime());
        return check.call();
    }

    /** The answer, or null where it takes too long. */
    private @Nullable Check await(Future<Check> answer)
            throws ExecutionException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WALL_FACTOR * seconds);
        do {
            try {
                return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                // looks again
            }
        } while (System.nanoTime() < end && worked() < TimeUnit.SECONDS.toNanos(seconds));
        return null;
    }

    private long worked() {
        Start begun = start;
        return begun == null ? 0 : THREADS.getThreadCpuTime(begun.thread()) - begun.nanos();
    }

    private Check giveUp(Future<Check> answer) {
        answer.cancel(true);
        queue.shutdown();
        queue = newThread();
        return Check.Refused.tooComplex(
                "The code was not compiled within " + seconds + " seconds of work.");
    }

    private static Check refused(String code, String message, String hint) {
        return new Check.Refused(List.of(Diagnostic.error(code, Position.WHOLE, message, hint)));
    }
}
