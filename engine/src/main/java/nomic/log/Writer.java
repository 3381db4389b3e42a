package nomic.log;

import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.Undecidable;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The one writer of a game in this process: a bounded queue and the thread that works it off. The
 * thread is never interrupted, since that would close the files of an embedded database.
 */
final class Writer {
    private static final System.Logger LOGGER = System.getLogger(Writer.class.getName());

    /** A clock may be set: nothing is waited for longer without a look at it. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Parts parts;
    private final GameId game;
    private final Duration idle;
    private final Predicate<Writer> retires;
    private final BlockingQueue<Task> queue;
    private final Thread thread;
    private @Nullable OwnedGame owned;
    private boolean troubled;
    private volatile Games.@Nullable Snapshot snapshot;
    private volatile boolean stopping;

    /** What a writer is asked to do. */
    sealed interface Task {
        record Submission(
                String player,
                String id,
                Command command,
                CompletableFuture<Games.Submitted> answer)
                implements Task {}

        /** A look at the clock. */
        record Look() implements Task {}
    }

    /**
     * @param idle how long a writer that has a game without deadlines waits for the next task
     * @param retires asked before the writer ends; after a yes it gets no more tasks
     */
    Writer(Parts parts, GameId game, int capacity, Duration idle, Predicate<Writer> retires) {
        this.parts = parts;
        this.game = game;
        this.idle = idle;
        this.retires = retires;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = Thread.ofVirtual().name("game " + game).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** False where the queue is full. */
    boolean offer(Task task) {
        return queue.offer(task);
    }

    boolean hasNothingToDo() {
        return queue.isEmpty();
    }

    int waiting() {
        return queue.size();
    }

    /** The game after the last command that this writer decided, or null where it has none. */
    Games.@Nullable Snapshot snapshot() {
        return snapshot;
    }

    /** Lets the writer end when its queue is empty. */
    void stop() {
        stopping = true;
        boolean _ = queue.offer(new Task.Look()); // wakes the thread; so does a full queue
    }

    void join() throws InterruptedException {
        thread.join();
    }

    private void run() {
        boolean ended = false;
        while (!ended) {
            Task task = next();
            switch (task) {
                case Task.Submission asked -> asked.answer().complete(decide(asked));
                case Task.Look _ -> look();
                case null -> lookIfWaiting();
            }
            boolean over = stopping ? queue.isEmpty() : task == null && !waitsForTime();
            ended = over && retires.test(this);
        }
    }

    private @Nullable Task next() {
        try {
            return queue.poll(patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody may interrupt the writer of " + game, e);
        }
    }

    private boolean waitsForTime() {
        return troubled || nextDue() != null;
    }

    private @Nullable Instant nextDue() {
        return owned == null ? null : owned.nextDue();
    }

    private Duration patience() {
        if (stopping) {
            return Duration.ZERO;
        }
        Instant due = nextDue();
        if (due == null) {
            return troubled ? LONGEST_WAIT : owned == null ? Duration.ZERO : idle;
        }
        Duration wait = Duration.between(parts.clock().instant(), due);
        return wait.isNegative() ? Duration.ZERO : min(wait.plusMillis(1), LONGEST_WAIT);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void lookIfWaiting() {
        if (waitsForTime()) {
            look();
        }
    }

    private void look() {
        if (stopping) {
            return;
        }
        try {
            if (quarantined() == null) {
                settle(exists() ? own().passTime() : null);
            }
        } catch (Undecidable e) {
            quarantine(e);
        } catch (RuntimeException | Error e) {
            drop(e);
        }
    }

    private Games.Submitted decide(Task.Submission asked) {
        try {
            Entry earlier = parts.log().find(game, asked.player(), asked.id());
            if (earlier != null) {
                return sameOrReused(earlier, asked.command());
            }
            if (!(asked.command() instanceof Command.CreateGame) && !exists()) {
                return new Games.Submitted.UnknownGame();
            }
            String quarantined = quarantined();
            if (quarantined != null) {
                return new Games.Submitted.Quarantined(quarantined);
            }
            Appended appended = own().decide(asked.player(), asked.id(), asked.command());
            settle(appended);
            return answer(appended, asked.command());
        } catch (Undecidable e) {
            return quarantine(e);
        } catch (RuntimeException | Error e) {
            drop(e);
            return new Games.Submitted.Unavailable(
                    "The game could not decide or keep the command. Send it again under its id.");
        }
    }

    /** Whether there is a game to take over; a stranger's guess must not begin one. */
    private boolean exists() {
        Fold fold = owned == null ? parts.folds().of(game) : owned.fold();
        return fold.state().exists();
    }

    /** Why the game takes no commands; null where it does, as it does once it is owned. */
    private @Nullable String quarantined() {
        return owned == null ? parts.log().quarantined(game) : null;
    }

    private Games.Submitted quarantine(Undecidable e) {
        String why = String.valueOf(e.getMessage());
        LOGGER.log(System.Logger.Level.ERROR, "Game {0} is in quarantine", game);
        owned = null;
        snapshot = null;
        troubled = false;
        parts.log().quarantine(game, why);
        return new Games.Submitted.Quarantined(why);
    }

    private OwnedGame own() {
        if (owned == null) {
            owned = OwnedGame.takeOver(parts, game);
        }
        return owned;
    }

    private static Games.Submitted answer(Appended appended, Command asked) {
        return switch (appended) {
            case Appended.Committed committed -> new Games.Submitted.Done(committed.entry());
            case Appended.AlreadyDecided(Entry earlier) -> sameOrReused(earlier, asked);
            case Appended.Fenced _ ->
                    new Games.Submitted.Unavailable(
                            "The game was taken over elsewhere. Send the command again under its"
                                    + " id.");
            case Appended.Quarantined(String why) -> new Games.Submitted.Quarantined(why);
        };
    }

    private static Games.Submitted sameOrReused(Entry earlier, Command asked) {
        return Canonical.text(earlier.envelope().command()).equals(Canonical.text(asked))
                ? new Games.Submitted.Done(earlier)
                : new Games.Submitted.IdReused(earlier);
    }

    /** Keeps the game after a commit, or where nothing was appended; else lets it go. */
    private void settle(@Nullable Appended appended) {
        troubled = false;
        if (appended != null && !(appended instanceof Appended.Committed)) {
            owned = null;
        }
        snapshot = owned == null ? null : owned.fold().snapshot();
    }

    private void drop(Throwable e) {
        LOGGER.log(
                System.Logger.Level.ERROR, "Game {0} is read again after {1}", game, Trace.of(e));
        troubled = true;
        owned = null;
        snapshot = null;
    }
}
