package nomic.log;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

/** The feed within one process. A listener that throws is passed over. */
public final class LocalFeed implements Feed {
    private static final System.Logger LOGGER = System.getLogger(LocalFeed.class.getName());

    private final ConcurrentMap<GameId, List<Listener>> listeners = new ConcurrentHashMap<>();

    /** One subscription; two with the same consumer are two. */
    private final class Listener implements Subscription {
        private final GameId game;
        private final LongConsumer head;

        Listener(GameId game, LongConsumer head) {
            this.game = game;
            this.head = head;
        }

        @Override
        public void close() {
            listeners.computeIfPresent(
                    game,
                    (_, all) -> {
                        all.remove(this);
                        return all.isEmpty() ? null : all;
                    });
        }
    }

    @Override
    public void announce(GameId game, long head) {
        for (Listener listener : listeners.getOrDefault(game, List.of())) {
            try {
                listener.head.accept(head);
            } catch (RuntimeException e) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        "A listener of game {0} failed: {1}",
                        game,
                        e.getClass());
            }
        }
    }

    @Override
    public Subscription listen(GameId game, LongConsumer head) {
        Listener listener = new Listener(game, head);
        listeners.compute(
                game,
                (_, all) -> {
                    List<Listener> some = all == null ? new CopyOnWriteArrayList<>() : all;
                    some.add(listener);
                    return some;
                });
        return listener;
    }
}
