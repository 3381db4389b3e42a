package nomic.log;

import nomic.game.Decided;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.SequencedMap;

/** Where games are kept. Implementations are safe for use by many threads. */
public interface GameLog {
    /** Becomes the writer of a game, which begins to exist with the first call. */
    Tenure takeOver(GameId game, String node);

    /** Appends a decided command, if the tenure still holds and its id is new to the player. */
    Appended append(GameId game, Tenure tenure, Decided decided);

    /**
     * Keeps a game from taking commands until it is released: it would end one process after
     * another. It can be read as before.
     */
    void quarantine(GameId game, String why);

    /** Lets a game take commands again; false where it was not in quarantine. */
    boolean release(GameId game);

    /** Why a game is in quarantine, or null. */
    @Nullable String quarantined(GameId game);

    /** Where a game stands, without taking it over; null where it was never taken over. */
    @Nullable Tenure head(GameId game);

    /** The entry of a command, or null where it was never decided. */
    @Nullable Entry find(GameId game, String player, String command);

    /** Entries after a position, in order; {@code limit} at most. */
    List<Entry> entries(GameId game, long afterPosition, int limit);

    /** Events after a sequence number, in order; {@code limit} at most. */
    List<Recorded> read(GameId game, long afterSeq, int limit);

    /** All games that were ever created, oldest first. */
    default List<GameId> games() {
        return List.copyOf(heads().keySet());
    }

    /** The sequence numbers of the last events of all games, the oldest game first. */
    SequencedMap<GameId, Long> heads();
}
