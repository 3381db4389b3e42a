package nomic.server.live;

import nomic.game.GameState;
import nomic.log.GameId;
import nomic.log.Trace;
import nomic.server.game.Gate;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Who watches which game over this process. Changes are told together, the more seldom the more
 * there are to be told.
 */
final class Presence implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Presence.class.getName());
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration FOR_EACH = Duration.ofMillis(10);

    private final Function<GameId, GameState> games;
    private final Map<GameId, Room> rooms = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("presence").factory());

    /**
     * @param games a game that there is, as it is now
     */
    Presence(Function<GameId, GameState> games) {
        this.games = games;
    }

    /**
     * Who watches a game.
     *
     * @param players those of its players, in the order of their names
     * @param others the other accounts, and connections that are nobody's
     */
    record View(List<String> players, int others) {}

    /** All that watch one game, each connection by itself. */
    private static final class Room {
        private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean due = new AtomicBoolean();
    }

    /** One connection that watches a game, until it is closed. */
    final class Watcher implements AutoCloseable {
        private final GameId game;
        private final BooleanSupplier seen;
        private final @Nullable Outbox outbox;
        private volatile @Nullable String name;
        private @Nullable View told;

        private Watcher(
                GameId game, @Nullable String name, BooleanSupplier seen, @Nullable Outbox outbox) {
            this.game = game;
            this.name = name;
            this.seen = seen;
            this.outbox = outbox;
        }

        /** Says whose connection it is; null is nobody's. */
        void rename(@Nullable String account) {
            name = account;
            changed(game);
        }

        /** Tells the connection what it does not know; false where it is to be tried again. */
        private synchronized boolean tell(View view) {
            if (outbox == null || view.equals(told) || !seen.getAsBoolean()) {
                return true;
            }
            boolean taken =
                    outbox.spare(
                            new ClientOut.Presence(game.value(), view.players(), view.others()));
            if (taken) {
                told = view;
            }
            return taken;
        }

        @Override
        public void close() {
            rooms.computeIfPresent(
                    game,
                    (_, room) -> {
                        room.watchers.remove(this);
                        return room.watchers.isEmpty() ? null : room;
                    });
            changed(game);
        }
    }

    /**
     * Somebody begins to watch a game.
     *
     * @param name of the account; null for who has none
     * @param seen whether the game may still be seen by them
     * @param outbox where presence is told; null where it is not wanted
     */
    Watcher enter(
            GameId game, @Nullable String name, BooleanSupplier seen, @Nullable Outbox outbox) {
        var watcher = new Watcher(game, name, seen, outbox);
        rooms.compute(
                game,
                (_, there) -> {
                    Room room = there == null ? new Room() : there;
                    room.watchers.add(watcher);
                    return room;
                });
        changed(game);
        return watcher;
    }

    /** Tells a connection at once who is there, itself among them. */
    void greet(Watcher watcher) {
        if (!watcher.tell(of(watcher.game))) {
            changed(watcher.game);
        }
    }

    View of(GameId game) {
        Room room = rooms.get(game);
        return room == null ? new View(List.of(), 0) : of(game, room);
    }

    private View of(GameId game, Room room) {
        GameState state = games.apply(game);
        var players = new TreeSet<String>();
        var others = new TreeSet<String>();
        int nobodys = 0;
        for (Watcher watcher : room.watchers) {
            String name = watcher.name;
            if (name == null) {
                nobodys++;
            } else if (state.players().containsKey(name) && Gate.belongs(state, name)) {
                players.add(name);
            } else {
                others.add(name);
            }
        }
        return new View(List.copyOf(players), others.size() + nobodys);
    }

    private void changed(GameId game) {
        Room room = rooms.get(game);
        if (room != null && room.due.compareAndSet(false, true)) {
            Duration wait = SHORTEST.plus(FOR_EACH.multipliedBy(room.watchers.size()));
            try {
                var _ =
                        timer.schedule(
                                () -> tell(game, room), wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // the server ends
            }
        }
    }

    private void tell(GameId game, Room room) {
        room.due.set(false);
        try {
            View view = of(game, room);
            boolean all = true;
            for (Watcher watcher : room.watchers) {
                all &= watcher.tell(view);
            }
            if (!all) {
                changed(game);
            }
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "Who watches game " + game + " is not told: " + Trace.of(e));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
