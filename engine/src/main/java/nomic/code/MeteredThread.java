package nomic.code;

import nomic.code.LimitExceeded.Budget;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A platform thread on which rule code may run. It carries the meter of the run and has a stack
 * that is large enough for the depth that meters allow.
 */
public final class MeteredThread extends Thread {
    static {
        DroolsSettings.apply();
    }

    private static final long STACK_BYTES = 64L << 20;

    @Nullable Meter meter;
    final NodeOwners owners = new NodeOwners();

    private MeteredThread(Runnable work, String name) {
        super(null, work, name, STACK_BYTES, false);
        setDaemon(true);
    }

    /** Makes daemon threads called {@code name-1}, {@code name-2} and so on. */
    public static ThreadFactory factory(String name) {
        var made = new AtomicInteger();
        return work -> new MeteredThread(work, name + "-" + made.incrementAndGet());
    }

    /**
     * Does the work under a meter, on the calling thread. An overflow of the stack and an exhausted
     * heap count as used up budgets.
     *
     * @throws LimitExceeded when a budget is used up
     * @throws IllegalStateException when the caller is not a metered thread
     */
    public static <T extends @Nullable Object> T under(Meter meter, Callable<T> work)
            throws Exception {
        if (!(Thread.currentThread() instanceof MeteredThread thread)) {
            throw new IllegalStateException(
                    "Rule code runs on metered threads only, not on "
                            + Thread.currentThread().getName());
        }
        var outer = thread.meter;
        thread.meter = meter;
        meter.startOn(thread);
        try {
            return work.call();
        } catch (StackOverflowError overflow) {
            throw meter.exceeded(Budget.DEPTH);
        } catch (OutOfMemoryError exhausted) {
            throw meter.exceeded(Budget.BYTES);
        } finally {
            thread.meter = outer;
        }
    }
}
