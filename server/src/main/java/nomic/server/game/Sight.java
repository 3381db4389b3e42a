package nomic.server.game;

import nomic.log.GameId;
import nomic.log.Games;
import nomic.log.Games.Snapshot;
import nomic.server.token.Authentication;
import nomic.server.token.Identity;
import nomic.server.token.Scope;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Finds the games that requests name, for those who may see them. */
public final class Sight {
    private final Games games;
    private final Veil veil;
    private final Gate gate;
    private final Authentication authentication;

    public Sight(Games games, Gate gate, Authentication authentication) {
        this.games = games;
        this.veil = new Veil(games);
        this.gate = gate;
        this.authentication = authentication;
    }

    /** The game of the path parameter {@code id}; rejects what can be none. */
    public static GameId id(Request request) {
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

    /** The game of the path as it is now; rejects one that who asks does not see. */
    public Snapshot of(Request request) {
        return of(id(request), request);
    }

    /**
     * The game of the path as it was after the last whole command up to the event that the
     * parameter {@code at} names, or as it is now where there is none. The answer says which event
     * was the last.
     */
    Snapshot at(Request request) {
        Snapshot now = of(request);
        long at = request.query("at", 1, Long.MAX_VALUE, 0);
        if (at == 0) {
            return now;
        }
        if (at > now.head()) {
            throw ProblemType.BAD_PARAMETER
                    .because("'at' is " + at + ", and the last event of the game is " + now.head())
                    .rejection();
        }
        Snapshot past = at == now.head() ? now : games.at(id(request), at);
        if (past == null) {
            throw ProblemType.BAD_PARAMETER
                    .because("'at' is " + at + ", in the midst of the founding of the game")
                    .rejection();
        }
        request.answerWith("Nomic-Head", Long.toString(past.head()));
        return past;
    }

    /** A game as it is now; rejects one that who asks does not see. */
    Snapshot of(GameId id, Request request) {
        Identity who =
                request.header("Authorization") == null ? null : authentication.identity(request);
        if (!sees(id, who)) {
            throw Refusals.unknownGame(id.value()).rejection();
        }
        return whole(id);
    }

    /**
     * A game as it is now; rejects one that is not there for {@code viewer}, null for a stranger.
     */
    public Snapshot of(GameId id, @Nullable String viewer) {
        if (!sees(id, viewer)) {
            throw Refusals.unknownGame(id.value()).rejection();
        }
        return whole(id);
    }

    /** Who asks, as rules name those who may see a secret; null for a stranger. */
    @Nullable String viewer(Request request) {
        return viewer(
                request.header("Authorization") == null ? null : authentication.identity(request));
    }

    /** Somebody as rules name those who may see a secret; null for who is a stranger to games. */
    public @Nullable String viewer(@Nullable Identity who) {
        return who != null && who.may(Scope.GAME_READ) ? who.account().name() : null;
    }

    /** What keeps secrets. */
    public Veil veil() {
        return veil;
    }

    /** A game that who asks is known to see. */
    public Snapshot whole(GameId id) {
        Snapshot snapshot = games.snapshot(id);
        if (snapshot == null) {
            throw Refusals.unknownGame(id.value()).rejection();
        }
        return snapshot;
    }

    /** Whether there is a game that is not kept from who asks, which is null for strangers. */
    public boolean sees(GameId id, @Nullable String viewer) {
        return gate.sees(id, viewer);
    }

    /**
     * Whether there is a game that is not kept from somebody; null is a stranger, as is who has a
     * token that is not good for reading. Administrators see all games.
     */
    public boolean sees(GameId id, @Nullable Identity who) {
        if (who != null && who.may(Scope.ADMIN)) {
            return gate.exists(id);
        }
        return gate.sees(id, viewer(who));
    }
}
