package nomic.server.live;

import nomic.log.Feed;
import nomic.log.GameId;
import nomic.log.Trace;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * A place in what is written of a game that only moves forward. Hints make it read at once; without
 * any it reads now and then, so that a lost hint is a delay and no gap.
 *
 * @param <T> what is written
 */
final class Cursor<T> {
    private static final System.Logger LOG = System.getLogger(Cursor.class.getName());
    private static final int PAGE = 100;
    private static final int LOOK_SECONDS = 10;

    /** What is read. */
    interface Source<T> {
        /** What comes after a place, in order; {@code limit} at most. */
        List<T> after(long place, int limit);

        long place(T item);
    }

    /** Where it goes. */
    interface Sink<T> {
        /** Takes something, as soon as there is room; false where there is none for long. */
        boolean put(T item) throws InterruptedException;

        /** Takes note that the game may be seen no more. */
        void hidden();
    }

    /** Where hints come from. */
    interface Hints {
        /** Listens until closed; the listener does not block. */
        Feed.Subscription listen(Runnable listener);

        /** The hints of a feed about one game. */
        static Hints of(Feed feed, GameId game) {
            return listener -> feed.listen(game, _ -> listener.run());
        }
    }

    private final Source<T> source;
    private final BooleanSupplier seen;
    private final Sink<T> sink;
    private final Semaphore hints = new Semaphore(0);
    private final ReentrantLock sending = new ReentrantLock();
    private volatile long place;
    private volatile boolean closed;

    /**
     * @param since the place of the last that is not wanted
     * @param seen whether the game may be seen; asked before each page
     */
    Cursor(Source<T> source, long since, BooleanSupplier seen, Sink<T> sink) {
        this.seen = seen;
        this.source = source;
        this.sink = sink;
        this.place = since;
    }

    void open(Hints hints) {
        Thread.ofVirtual().name("cursor").start(() -> follow(hints));
    }

    /**
     * Ends the cursor; nothing is sent afterwards. Its thread is not interrupted: that would break
     * the database's files.
     */
    void close() {
        sending.lock();
        try {
            closed = true;
            hints.release();
        } finally {
            sending.unlock();
        }
    }

    /** The place of the last that was sent. */
    long place() {
        return place;
    }

    private void follow(Hints hinting) {
        try (Feed.Subscription _ = hinting.listen(hints::release)) {
            while (!closed) {
                if (!readOn()) {
                    hints.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
                    hints.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a page; false where the end, or that of patience, was reached. */
    private boolean readOn() throws InterruptedException {
        List<T> page;
        try {
            if (!seen.getAsBoolean()) {
                closed = true;
                sink.hidden();
                return false;
            }
            page = source.after(place, PAGE);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "What is written cannot be read at present: " + Trace.of(e));
            return false;
        }
        for (T item : page) {
            if (!send(item)) {
                return false;
            }
        }
        return page.size() == PAGE;
    }

    private boolean send(T item) throws InterruptedException {
        sending.lock();
        try {
            if (closed || !sink.put(item)) {
                return false;
            }
            place = source.place(item);
            return true;
        } finally {
            sending.unlock();
        }
    }
}
