package nomic.log;

import nomic.game.Canonical;
import nomic.game.Command;
import nomic.game.Decider;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Games played in this process, one writer each. Safe for use by many threads; what depends on an
 * answer runs on the writer's thread and must not block.
 */
public final class LocalGames implements Games, AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(LocalGames.class.getName());
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ID = 200;

    private final Parts parts;
    private final int capacity;
    private final Duration idle;
    private final Map<GameId, Writer> writers = new HashMap<>();
    private boolean closed;

    /**
     * @param decider the rules; it must answer from any thread
     * @param seeds 64 hex digits each, which nobody can foresee
     * @param node who takes the games over, for people to read
     */
    public LocalGames(
            GameLog log,
            Feed feed,
            Decider decider,
            InstantSource clock,
            Supplier<String> seeds,
            String node) {
        this(
                new Parts(log, new Folds(log), feed, decider, clock, seeds, node),
                100,
                Duration.ofMinutes(5));
    }

    LocalGames(Parts parts, int capacity, Duration idle) {
        this.parts = parts;
        this.capacity = capacity;
        this.idle = idle;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a name or id is empty, too long (100 and 200 characters)
     *     or has control characters
     */
    @Override
    public CompletableFuture<Submitted> submit(
            GameId game, String player, String command, Command what) {
        require("name of a player", player, LONGEST_NAME);
        require("id of a command", command, LONGEST_ID);
        var answer = new CompletableFuture<Submitted>();
        Submitted refused = offer(game, new Writer.Task.Submission(player, command, what, answer));
        return refused == null ? answer : CompletableFuture.completedFuture(refused);
    }

    private static void require(String what, String value, int longest) {
        if (value.isEmpty()
                || value.length() > longest
                || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The %s must have 1 to %d characters and no control characters: %s"
                            .formatted(what, longest, Canonical.text(value)));
        }
    }

    /**
     * Looks whether something in a game is due, and goes on looking while it has deadlines. To be
     * called for every game when the process starts; a game that cannot be read is passed over.
     */
    public void resume(GameId game) {
        try {
            if (parts.folds().of(game).state().firstDeadline() != null) {
                offer(game, new Writer.Task.Look());
            }
        } catch (RuntimeException e) {
            LOGGER.log(
                    System.Logger.Level.ERROR, "Game {0} cannot be read: {1}", game, Trace.of(e));
        }
    }

    @Override
    public @Nullable Snapshot snapshot(GameId game) {
        Writer writer = writer(game);
        Snapshot snapshot = writer == null ? null : writer.snapshot();
        return snapshot == null
                ? parts.folds().of(game).snapshot(parts.log().quarantined(game))
                : snapshot;
    }

    /** How many commands wait for their turn, in all games together. */
    public synchronized int waiting() {
        return writers.values().stream().mapToInt(Writer::waiting).sum();
    }

    /** How many games have a writer, and so are in memory. */
    public synchronized int inMemory() {
        return writers.size();
    }

    /** Takes no more commands, and ends when all that were taken are decided. */
    @Override
    public void close() {
        List<Writer> last = stop();
        for (Writer writer : last) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized List<Writer> stop() {
        closed = true;
        List<Writer> all = List.copyOf(writers.values());
        all.forEach(Writer::stop);
        return all;
    }

    private synchronized @Nullable Writer writer(GameId game) {
        return writers.get(game);
    }

    /** Hands a task to the writer of a game; null, or why not. */
    private synchronized @Nullable Submitted offer(GameId game, Writer.Task task) {
        if (closed) {
            return new Submitted.Unavailable("The server is stopping.");
        }
        Writer writer = writers.computeIfAbsent(game, this::start);
        return writer.offer(task) ? null : new Submitted.Busy();
    }

    private Writer start(GameId game) {
        Writer writer = new Writer(parts, game, capacity, idle, w -> retire(game, w));
        writer.start();
        return writer;
    }

    private synchronized boolean retire(GameId game, Writer writer) {
        return writer.hasNothingToDo() && writers.remove(game, writer);
    }
}
