package nomic.worker;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Some workers for one kind of question. One that dies is replaced, and so is one that has answered
 * many questions, so that nothing gathers in it.
 */
final class Crew implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Crew.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Launch launch;
    private final Induction induction;
    private final int lifetime;
    private final Duration longestWait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Worker> idle = new ArrayList<>();
    private final Set<Worker> all = new HashSet<>();
    private boolean closed;
    private long lost;

    /**
     * Starts the workers; whoever asks waits for the first.
     *
     * @param induction of each new worker
     * @param lifetime how many questions a worker is asked in its life
     */
    Crew(Launch launch, Induction induction, int size, int lifetime, Duration longestWait) {
        this.launch = launch;
        this.induction = induction;
        this.lifetime = lifetime;
        this.longestWait = longestWait;
        for (int i = 0; i < size; i++) {
            recruit();
        }
    }

    /**
     * Lends a worker to a piece of work, one that is preferred if it is idle.
     *
     * @throws IllegalStateException when none becomes idle in time
     */
    Reply with(Predicate<Worker> preferred, Function<Worker, Reply> work) {
        Worker worker = take(preferred);
        Reply reply = null;
        try {
            reply = work.apply(worker);
            return reply;
        } finally {
            giveBack(worker, reply);
        }
    }

    private Worker take(Predicate<Worker> preferred) {
        long nanos = longestWait.toNanos();
        lock.lock();
        try {
            while (idle.isEmpty() && nanos > 0 && !closed) {
                nanos = changed.awaitNanos(nanos);
            }
            if (closed || idle.isEmpty()) {
                throw new IllegalStateException(
                        closed ? "The workers have ended" : "No worker is free; try again");
            }
            Worker first = idle.getFirst();
            Worker worker = idle.stream().filter(preferred).findFirst().orElse(first);
            idle.remove(worker);
            return worker;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a worker", e);
        } finally {
            lock.unlock();
        }
    }

    private void giveBack(Worker worker, @Nullable Reply reply) {
        if (reply instanceof Reply.Said && worker.asked() < lifetime) {
            goIdle(worker);
            return;
        }
        if (reply instanceof Reply.Died(Death death)) {
            countLost();
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    () -> "Worker %d ended: %s".formatted(worker.pid(), death.kind()));
        }
        dismiss(worker);
        recruit();
    }

    Roll roll() {
        lock.lock();
        try {
            return new Roll(all.size(), idle.size(), lost);
        } finally {
            lock.unlock();
        }
    }

    private void countLost() {
        lock.lock();
        try {
            lost++;
        } finally {
            lock.unlock();
        }
    }

    private void goIdle(Worker worker) {
        lock.lock();
        try {
            idle.add(worker);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void dismiss(Worker worker) {
        lock.lock();
        try {
            all.remove(worker);
        } finally {
            lock.unlock();
        }
        worker.close();
    }

    private void recruit() {
        Thread.ofPlatform().daemon().name("worker-start").start(this::startOne);
    }

    /** Starts a worker; where the machine does not let it, tries again until it does. */
    private void startOne() {
        while (true) {
            Worker worker = launch.start();
            if (worker != null && !enlist(worker)) {
                worker.close();
                return;
            }
            if (worker != null) {
                if (induction.passes(worker)) {
                    goIdle(worker);
                    return;
                }
                dismiss(worker);
            }
            if (pauseOrClosed()) {
                return;
            }
        }
    }

    /** False where the crew is closed. */
    private boolean enlist(Worker worker) {
        lock.lock();
        try {
            return !closed && all.add(worker);
        } finally {
            lock.unlock();
        }
    }

    private boolean pauseOrClosed() {
        try {
            lock.lock();
            try {
                boolean _ = changed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                return closed;
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void close() {
        List<Worker> left;
        lock.lock();
        try {
            closed = true;
            left = List.copyOf(all);
            idle.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        left.forEach(Worker::close);
    }
}
