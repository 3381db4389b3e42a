package nomic.server.notice;

import nomic.log.GameId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A notice for somebody that is not in a box yet.
 *
 * @param to the name of an account
 * @param origin what it was made of: of one origin there is one notice of a kind for an account
 */
public record News(String to, String origin, Notice notice) {
    /** The master has invited somebody. */
    public static News invited(GameId game, String to, Instant at) {
        return atDoor(Kind.INVITED, game, to, null, at);
    }

    /** Somebody asks the master to be let in. */
    public static News letIn(GameId game, String master, String player, Instant at) {
        return atDoor(Kind.LET_IN, game, master, player, at);
    }

    /** Of what is done again and again, somebody is told once in an hour. */
    private static News atDoor(
            Kind kind, GameId game, String to, @Nullable String player, Instant at) {
        String origin = "door " + at.truncatedTo(ChronoUnit.HOURS) + (player == null ? "" : player);
        var notice = new Notice(0, kind, game.value(), at, null, null, null, null, player);
        return new News(to, origin, notice);
    }

    /** Somebody was named in a message. */
    public static News mentioned(
            GameId game, String to, long message, int proposal, String author, Instant at) {
        var notice =
                new Notice(
                        0,
                        Kind.MENTIONED,
                        game.value(),
                        at,
                        null,
                        proposal == 0 ? null : proposal,
                        null,
                        message,
                        author);
        return new News(to, "message " + message, notice);
    }

    static News of(String to, long seq, Notice notice) {
        return new News(to, "event " + seq, notice);
    }
}
