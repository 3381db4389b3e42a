package nomic.log;

import nomic.game.Command;
import nomic.game.GameState;
import nomic.game.Recent;

import org.jspecify.annotations.Nullable;

import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;

/** The door to the games, wherever they are played. */
public interface Games {
    /**
     * Decides a command after all that were submitted before it.
     *
     * @param command the id of the command, unique per game and player
     */
    CompletableFuture<Submitted> submit(GameId game, String player, String command, Command what);

    /** A game after its last decided command, or null where there is none. */
    @Nullable Snapshot snapshot(GameId game);

    /**
     * A game after the last whole command up to a sequence number; null where there was none yet.
     */
    @Nullable Snapshot at(GameId game, long seq);

    /** The state of a game, or null where there is none. */
    default @Nullable GameState state(GameId game) {
        Snapshot snapshot = snapshot(game);
        return snapshot == null ? null : snapshot.state();
    }

    /**
     * A state and the place in the log to which it belongs.
     *
     * @param head the sequence number of the last event that went into it
     * @param use of each rule in all commands so far, by id
     * @param places where the log has what the state does not keep
     * @param recent its last commands
     * @param quarantine why the game takes no commands; null where it does
     */
    record Snapshot(
            GameState state,
            long head,
            SortedMap<Integer, Total> use,
            Places places,
            Recent recent,
            @Nullable String quarantine) {
        /** The same without what is kept from somebody; null is a stranger. */
        public Snapshot seenBy(@Nullable String viewer) {
            return new Snapshot(
                    state.seenBy(viewer), head, use, places, recent.seenBy(viewer), quarantine);
        }
    }

    /** What became of a submitted command. */
    sealed interface Submitted {
        /** It was decided, now or when it was first submitted. */
        record Done(Entry entry) implements Submitted {}

        /** The id was used for another command. */
        record IdReused(Entry entry) implements Submitted {}

        /** The game's queue is full; try again. */
        record Busy() implements Submitted {}

        /** There is no such game. */
        record UnknownGame() implements Submitted {}

        /** The game takes no commands, since one ended process after process. */
        record Quarantined(String why) implements Submitted {}

        /** The game could not be read or written; it is not known whether the command landed. */
        record Unavailable(String reason) implements Submitted {}
    }
}
