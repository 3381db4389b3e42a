package nomic.server.live;

import nomic.game.Command;
import nomic.log.GameId;

import org.jspecify.annotations.Nullable;

/** What a client says in a frame. */
sealed interface ClientIn {
    /** The id under which the frame is answered; null where the client wants no answer. */
    @Nullable String id();

    record Authenticate(@Nullable String id, String token) implements ClientIn {}

    /**
     * Asks for the events of a game after {@code since}, those to come included.
     *
     * @param snapshot whether the game as it is now stands for the events until now; null where it
     *     is to do so if they are many
     * @param talk the count after which messages are wanted; negative for those to come only
     * @param presence whether to be told who watches
     */
    record Subscribe(
            @Nullable String id,
            GameId game,
            long since,
            @Nullable Boolean snapshot,
            long talk,
            boolean presence)
            implements ClientIn {}

    /**
     * Asks for what the account of the connection is told.
     *
     * @param since the number after which; negative for what was not read
     */
    record Notifications(@Nullable String id, long since) implements ClientIn {}

    record Unsubscribe(@Nullable String id, GameId game) implements ClientIn {}

    /** Asks for a sign of life. */
    record Ping(@Nullable String id) implements ClientIn {}

    /** A move; its id is the command id. */
    record Move(String id, GameId game, Command command) implements ClientIn {}
}
