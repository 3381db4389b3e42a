package nomic.server.bot;

import nomic.game.Command;
import nomic.game.GameState;
import nomic.game.Outcome;
import nomic.law.Player;
import nomic.log.Feed;
import nomic.log.GameId;
import nomic.log.Games;
import nomic.log.Games.Snapshot;
import nomic.log.Games.Submitted;
import nomic.log.Trace;
import nomic.server.game.BotName;
import nomic.server.game.Todo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/**
 * Plays for the bots of one game: one move at a time, with a pause for people to follow, and none
 * when no person has done anything for as many commands as a game keeps in mind.
 */
final class Watcher {
    private static final System.Logger LOG = System.getLogger(Watcher.class.getName());
    private static final int PAUSE_MILLIS = 500;
    private static final int LOOK_SECONDS = 30;

    private final Games games;
    private final Feed feed;
    private final Map<Kind, Brain> brains;
    private final GameId game;
    private final Semaphore hints = new Semaphore(0);
    private final AtomicBoolean started = new AtomicBoolean();
    private final RandomGenerator random = RandomGenerator.getDefault();

    /** What was tried in vain, by the head of the game at which it was. */
    private final Map<Tried, Long> refused = new HashMap<>();

    private final Set<Integer> taken = new HashSet<>();
    private volatile boolean closed;

    private record Tried(String bot, Todo todo) {}

    Watcher(Games games, Feed feed, Map<Kind, Brain> brains, GameId game) {
        this.games = games;
        this.feed = feed;
        this.brains = brains;
        this.game = game;
    }

    /** Begins, once. */
    void start() {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("bots " + game).start(this::watch);
        }
    }

    /** The thread is not interrupted: that would break the database's files. */
    void close() {
        closed = true;
        hints.release();
    }

    private void watch() {
        try (Feed.Subscription _ = feed.listen(game, _ -> hints.release())) {
            while (!closed) {
                if (moves()) {
                    Thread.sleep(PAUSE_MILLIS);
                } else {
                    boolean _ = hints.tryAcquire(LOOK_SECONDS, TimeUnit.SECONDS);
                    hints.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean moves() {
        try {
            Snapshot snapshot = games.snapshot(game);
            return snapshot != null && peopleAreThere(snapshot) && moves(snapshot);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "The bots of game %s wait after %s".formatted(game, Trace.of(e)));
            return false;
        }
    }

    private static boolean peopleAreThere(Snapshot snapshot) {
        return snapshot.recent().commands().stream()
                .map(command -> command.envelope().player())
                .anyMatch(player -> !player.isEmpty() && !BotName.isOne(player));
    }

    private boolean moves(Snapshot snapshot) {
        GameState state = snapshot.state();
        List<String> bots =
                state.players().values().stream()
                        .filter(Player::isActive)
                        .filter(player -> BotName.isOne(player.name()))
                        .sorted(Comparator.comparingInt(Player::seat))
                        .map(Player::name)
                        .toList();
        for (String bot : bots) {
            for (Todo todo : Todo.of(game.value(), state, bot)) {
                if (!isOver(todo, state, bot, snapshot.head()) && moves(snapshot, bot, todo)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What was refused is tried again when something has happened, and an offer is taken once. */
    private boolean isOver(Todo todo, GameState state, String bot, long head) {
        boolean again = refused.getOrDefault(new Tried(bot, todo), -1L) == head;
        return again
                || (todo.what() == Todo.What.ACT
                        && state.offers().values().stream()
                                .filter(entry -> entry.offer().player().equals(bot))
                                .filter(entry -> entry.offer().name().equals(todo.action()))
                                .allMatch(entry -> taken.contains(entry.offer().id())));
    }

    private boolean moves(Snapshot snapshot, String bot, Todo todo) {
        for (Kind kind : Kind.values()) {
            Brain brain = brains.get(kind);
            if (brain != null && kind.plays(bot)) {
                for (Command command : brain.answers(snapshot.seenBy(bot), bot, todo, random)) {
                    note(snapshot.state(), bot, command);
                    if (isCarriedOut(bot, command)) {
                        return true;
                    }
                }
            }
        }
        refused.put(new Tried(bot, todo), snapshot.head());
        return false;
    }

    private void note(GameState state, String bot, Command command) {
        if (command instanceof Command.Act act) {
            state.offers().values().stream()
                    .filter(entry -> entry.offer().player().equals(bot))
                    .filter(entry -> entry.offer().name().equals(act.name()))
                    .forEach(entry -> taken.add(entry.offer().id()));
        }
    }

    private boolean isCarriedOut(String bot, Command command) {
        Submitted submitted = games.submit(game, bot, "bot-" + UUID.randomUUID(), command).join();
        return submitted instanceof Submitted.Done done
                && done.entry().outcome() instanceof Outcome.Accepted;
    }
}
