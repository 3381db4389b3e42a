package nomic.server.game;

import nomic.log.GameId;
import nomic.log.Games;
import nomic.log.Games.Snapshot;
import nomic.server.web.Request;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Finds the games that requests name. */
public final class Sight {
    private final Games games;

    public Sight(Games games) {
        this.games = games;
    }

    /** The game of the path parameter {@code id}; rejects what can be none. */
    static GameId id(Request request) {
        String text = request.path("id");
        GameId id = id(text);
        if (id == null) {
            throw Refusals.noGameId(text).rejection();
        }
        return id;
    }

    /** The canonical form of an id; null for a text that can be none. */
    public static @Nullable GameId id(String text) {
        try {
            String canonical = UUID.fromString(text).toString();
            return canonical.equalsIgnoreCase(text) ? new GameId(canonical) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A game as it is now; rejects an unknown one. */
    Snapshot of(GameId id) {
        Snapshot snapshot = games.snapshot(id);
        if (snapshot == null) {
            throw Refusals.unknownGame(id.value()).rejection();
        }
        return snapshot;
    }

    public boolean knows(GameId id) {
        return games.snapshot(id) != null;
    }
}
