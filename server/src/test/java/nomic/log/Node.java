package nomic.log;

import nomic.game.Command;
import nomic.game.Decider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A process that plays games, from its start to its end, with a clock of its own. */
final class Node implements InstantSource, AutoCloseable {
    private static final Instant BEGUN = Instant.parse("2026-03-01T12:00:00Z");

    /** Longer than any schedule takes, so that the real time has no part in it. */
    private static final Duration LONG = Duration.ofDays(1);

    private final Gate gate = new Gate();
    private final LocalGames games;
    private volatile Duration ahead = Duration.ZERO;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean dead;

    Node(GameLog log, Feed feed, Decider decider, Supplier<String> seeds, String name) {
        var gated = new GatedLog(log, gate);
        games =
                new LocalGames(
                        new Parts(gated, new Folds(gated), feed, decider, this, seeds, name),
                        100,
                        LONG);
    }

    @Override
    public Instant instant() {
        return BEGUN.plus(ahead);
    }

    void moveClock(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Takes a command; what comes of it is known after {@link #settle} at the earliest. */
    CompletableFuture<Games.Submitted> submit(
            GameId game, String player, String id, Command command) {
        waiting.incrementAndGet();
        return games.submit(game, player, id, command)
                .whenComplete((_, _) -> waiting.decrementAndGet());
    }

    Gate gate() {
        return gate;
    }

    LocalGames games() {
        return games;
    }

    boolean isDead() {
        return dead;
    }

    boolean hasNothingToDo() {
        return waiting.get() == 0 && !gate.hasCaller();
    }

    /** Waits until the node waits: for the log, or for commands. */
    void settle() {
        while (!gate.hasCaller() && !(waiting.get() == 0 && gate.isIdle())) {
            Thread.yield();
        }
    }

    /** Ends it as a killed process ends: what is under way may still be carried out. */
    void kill(Gate.Fate last) {
        dead = true;
        gate.shut();
        if (gate.hasCaller()) {
            gate.release(last);
        }
        close();
    }

    /** Ends it; all that it still does in the log fails. */
    @Override
    public void close() {
        gate.shut();
        if (gate.hasCaller()) {
            gate.release(Gate.Fate.FAIL);
        }
        games.close();
    }
}
