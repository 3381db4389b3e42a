package nomic.server.door;

import nomic.log.GameId;

import java.time.Instant;

/** Somebody at the door of a game. */
public record Guest(GameId game, String player, Standing standing, Instant at) {
    /** What a guest waits for. */
    public enum Standing {
        /** May join, and sees the game. */
        INVITED,
        /** Has tried to join, and waits for the master. */
        ASKING
    }
}
