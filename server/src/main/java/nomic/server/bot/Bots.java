package nomic.server.bot;

import nomic.game.Command;
import nomic.log.Feed;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Games;
import nomic.preview.Previewer;
import nomic.server.game.BotName;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The bots of all games, one watcher for each game that has any. Safe for many threads. */
public final class Bots implements AutoCloseable {
    private final Games games;
    private final Feed feed;
    private final Map<Kind, Brain> brains = new EnumMap<>(Kind.class);
    private final Map<GameId, Watcher> watchers = new ConcurrentHashMap<>();

    public Bots(Games games, Feed feed, Previewer previewer) {
        this.games = games;
        this.feed = feed;
        brains.put(Kind.RANDOM, new RandomBrain());
        brains.put(Kind.CAREFUL, new CarefulBrain(previewer));
    }

    /** Goes on with the bots of the games that are there. */
    public void resume(GameLog log) {
        for (GameId game : log.games()) {
            var state = games.state(game);
            if (state != null && state.players().keySet().stream().anyMatch(BotName::isOne)) {
                watch(game);
            }
        }
    }

    /** Lets a bot join a game; the answer is that of the game. */
    CompletableFuture<Games.Submitted> join(GameId game, String name) {
        watch(game);
        return games.submit(game, name, "join-" + UUID.randomUUID(), new Command.Join());
    }

    private void watch(GameId game) {
        watchers.computeIfAbsent(game, id -> new Watcher(games, feed, brains, id)).start();
    }

    @Override
    public void close() {
        watchers.values().forEach(Watcher::close);
    }
}
