package nomic.log;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Where the writer of a node waits before each call of the log, until it is told what becomes of
 * the call. So one thread runs at a time, and the schedule is all that decides.
 */
final class Gate {
    /** What becomes of a call. */
    enum Fate {
        PASS,
        /** It fails and has done nothing. */
        FAIL,
        /** It is carried out, and its answer is lost. */
        LOSE
    }

    private volatile @Nullable Thread writer;
    private volatile boolean waiting;
    private volatile @Nullable Fate fate;
    private volatile boolean shut;

    /** What a node meets whose database does not answer. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost() {
            super("The log does not answer.", null, false, false);
        }
    }

    /** Makes a call when it is its turn; who is no writer does not wait. */
    <T extends @Nullable Object> T pass(Supplier<T> call) {
        Thread current = Thread.currentThread();
        if (!current.isVirtual()) {
            return call.get();
        }
        return switch (shut ? Fate.FAIL : await(current)) {
            case PASS -> call.get();
            case FAIL -> throw new Lost();
            case LOSE -> {
                var _ = call.get();
                throw new Lost();
            }
        };
    }

    private Fate await(Thread current) {
        writer = current;
        waiting = true;
        Fate told = fate;
        while (told == null) {
            LockSupport.park(this);
            told = fate;
        }
        fate = null;
        return told;
    }

    boolean hasCaller() {
        return waiting;
    }

    /** Lets the call that waits go on. */
    void release(Fate what) {
        waiting = false;
        fate = what;
        LockSupport.unpark(writer);
    }

    /** Makes all further calls fail. */
    void shut() {
        shut = true;
    }

    /** Whether the writer that was here last waits for work, or has ended. */
    boolean isIdle() {
        Thread last = writer;
        return last == null
                || fate == null
                        && switch (last.getState()) {
                            case WAITING, TIMED_WAITING, TERMINATED -> true;
                            case NEW, RUNNABLE, BLOCKED -> false;
                        };
    }
}
