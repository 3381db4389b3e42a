package nomic.server.hook;

import nomic.log.GameId;
import nomic.log.Trace;
import nomic.server.account.Account;
import nomic.server.account.Accounts;
import nomic.server.game.Sight;

import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Empties the outbox: some calls at once, and one at a time for each account, so that a slow
 * receiver holds up nobody else.
 */
public final class Courier implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final int AT_ONCE = 32;
    private static final long LOOK_MILLIS = 1000;
    private static final long GRACE_MILLIS = 3000;
    private static final Duration SWEEP = Duration.ofHours(1);

    private final Outbox outbox;
    private final Sender sender;
    private final Accounts accounts;
    private final Sight sight;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore hints = new Semaphore(0);
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private Instant swept;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    public Courier(
            SessionFactory sessions,
            Reach reach,
            Accounts accounts,
            Sight sight,
            InstantSource clock) {
        this.outbox = new Outbox(sessions, clock);
        this.sender = new Sender(reach, AT_ONCE);
        this.accounts = accounts;
        this.sight = sight;
        this.clock = clock;
        this.swept = clock.instant();
    }

    public void start() {
        thread = Thread.ofVirtual().name("webhooks").start(this::work);
    }

    private void work() {
        try {
            while (!closed) {
                if (!takesOne()) {
                    boolean _ = hints.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    hints.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins a call that is due; false where there is none, or no place for it. */
    private boolean takesOne() throws InterruptedException {
        if (!places.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            return false;
        }
        Attempt attempt = next();
        if (attempt == null) {
            places.release();
            return false;
        }
        busy.add(attempt.account());
        Thread.ofVirtual().name("webhook").start(() -> makes(attempt));
        return true;
    }

    private @Nullable Attempt next() {
        try {
            sweep();
            return closed ? null : outbox.take(Set.copyOf(busy));
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "Webhooks wait for the database: " + Trace.of(e));
            return null;
        }
    }

    private void sweep() {
        Instant now = clock.instant();
        if (swept.plus(SWEEP).isBefore(now)) {
            swept = now;
            outbox.sweep();
        }
    }

    private void makes(Attempt attempt) {
        try {
            String refusal = refusal(attempt);
            if (refusal == null) {
                outbox.note(attempt, sent(attempt));
            } else {
                outbox.refuse(attempt, refusal);
            }
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "A call of a webhook could not be noted: " + Trace.of(e));
        } finally {
            busy.remove(attempt.account());
            places.release();
            hints.release();
        }
    }

    /** What goes wrong here has failed like anything else, so that it is given up some time. */
    private Sender.Sent sent(Attempt attempt) {
        try {
            return sender.send(attempt, clock.instant().getEpochSecond());
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "A call of a webhook could not be made: " + Trace.of(e));
            return new Sender.Sent.Failed("the call could not be made");
        }
    }

    /** Why a call may not be made: its owner could not read just now what it says. */
    private @Nullable String refusal(Attempt attempt) {
        Account owner = accounts.byName(attempt.account());
        if (owner == null || owner.suspension() != null) {
            return "the account is suspended";
        }
        String game = attempt.type().equals(Topic.EVENT) ? attempt.game() : null;
        return game == null || sight.sees(new GameId(game), owner.name())
                ? null
                : "the game is not there for you";
    }

    /** Lets calls under way end, for some seconds; what is cut off is made again later. */
    @Override
    public void close() {
        closed = true;
        hints.release();
        Thread ending = thread;
        try {
            if (ending != null) {
                boolean _ = ending.join(Duration.ofMillis(GRACE_MILLIS));
            }
            if (!places.tryAcquire(AT_ONCE, GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                sender.close();
                boolean _ = places.tryAcquire(AT_ONCE, GRACE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sender.close();
        }
    }
}
