package nomic.server.talk;

import static nomic.server.web.ProblemType.MUTED;
import static nomic.server.web.ProblemType.NOT_A_PLAYER;
import static nomic.server.web.ProblemType.NOT_THE_MASTER;

import nomic.game.GameState;
import nomic.log.GameId;
import nomic.server.door.Doors;
import nomic.server.door.Visibility;
import nomic.server.game.Gate;
import nomic.server.game.Sight;

import org.jspecify.annotations.Nullable;

/** Says who may write in a game, and who keeps order there. */
final class Voices {
    private final Sight sight;
    private final Doors doors;
    private final Rooms rooms;
    private final Moderation moderation;

    Voices(Sight sight, Doors doors, Rooms rooms, Moderation moderation) {
        this.sight = sight;
        this.doors = doors;
        this.rooms = rooms;
        this.moderation = moderation;
    }

    /** The game as it is, for somebody who may write in it; rejects all others. */
    GameState writes(GameId game, String who) {
        GameState state = sight.of(game, who).state();
        if (!Gate.belongs(state, who) && !spectatorsWrite(game)) {
            throw NOT_A_PLAYER
                    .because(
                            "Players and the game master write here; the master may let everybody"
                                    + " write in a public game.")
                    .rejection();
        }
        Mute mute = moderation.mute(game, who);
        if (mute != null && !state.master().equals(who)) {
            throw MUTED.because("The game master does not let you write in this game" + end(mute))
                    .with("reason", mute.reason())
                    .with("until", mute.until())
                    .rejection();
        }
        return state;
    }

    private static String end(Mute mute) {
        return mute.until() == null ? "." : " until " + mute.until() + ".";
    }

    private boolean spectatorsWrite(GameId game) {
        return rooms.spectatorsWrite(game) && doors.of(game).visibility() == Visibility.PUBLIC;
    }

    /** The game as it is, for its master; rejects all others. */
    GameState master(GameId game, @Nullable String who) {
        GameState state = sight.of(game, who).state();
        if (!state.master().equals(who)) {
            throw NOT_THE_MASTER
                    .because("Only the game master " + state.master() + " can do this.")
                    .rejection();
        }
        return state;
    }
}
