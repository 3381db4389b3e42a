package nomic.server.live;

import nomic.log.Feed;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Recorded;
import nomic.log.Trace;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * One subscription: a place in the log of a game that only moves forward. Hints make it read at
 * once; without any it reads now and then, so that a lost hint is a delay and no gap.
 */
final class Cursor {
    private static final System.Logger LOG = System.getLogger(Cursor.class.getName());
    private static final int PAGE = 100;
    private static final int LOOK_SECONDS = 10;

    /** Where events go. */
    interface Sink {
        /** Takes an event, as soon as there is room; false where there is none for long. */
        boolean put(Recorded recorded) throws InterruptedException;

        /** Takes note that the game may be seen no more. */
        void hidden();
    }

    private final GameLog log;
    private final GameId game;
    private final BooleanSupplier seen;
    private final Sink sink;
    private final Semaphore hints = new Semaphore(0);
    private final ReentrantLock sending = new ReentrantLock();
    private long seq;
    private volatile boolean closed;

    /**
     * @param since the sequence number of the last event that is not wanted
     * @param seen whether the game may be seen; asked before each page
     */
    Cursor(GameLog log, GameId game, long since, BooleanSupplier seen, Sink sink) {
        this.seen = seen;
        this.log = log;
        this.game = game;
        this.sink = sink;
        this.seq = since;
    }

    void open(Feed feed) {
        Thread.ofVirtual().name("cursor").start(() -> follow(feed));
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

    private void follow(Feed feed) {
        try (Feed.Subscription _ = feed.listen(game, _ -> hints.release())) {
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

    /** Sends a page of events; false where the end of the log, or of patience, was reached. */
    private boolean readOn() throws InterruptedException {
        List<Recorded> page;
        try {
            if (!seen.getAsBoolean()) {
                closed = true;
                sink.hidden();
                return false;
            }
            page = log.read(game, seq, PAGE);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "The log cannot be read at present: " + Trace.of(e));
            return false;
        }
        for (Recorded recorded : page) {
            if (!send(recorded)) {
                return false;
            }
        }
        return page.size() == PAGE;
    }

    private boolean send(Recorded recorded) throws InterruptedException {
        sending.lock();
        try {
            if (closed || !sink.put(recorded)) {
                return false;
            }
            seq = recorded.seq();
            return true;
        } finally {
            sending.unlock();
        }
    }
}
