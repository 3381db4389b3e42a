package nomic.server.game;

import nomic.game.Command;
import nomic.game.GameState;
import nomic.law.Player;
import nomic.log.GameId;
import nomic.log.Games;
import nomic.server.door.Door;
import nomic.server.door.Doors;
import nomic.server.door.Guest;
import nomic.server.web.Problem;
import nomic.server.web.ProblemType;

import org.jspecify.annotations.Nullable;

/** Says who comes through the doors of games. */
public final class Gate {
    private final Games games;
    private final Doors doors;

    public Gate(Games games, Doors doors) {
        this.games = games;
        this.doors = doors;
    }

    boolean exists(GameId game) {
        return games.state(game) != null;
    }

    /** Whether there is a game that is not kept from who asks, which is null for strangers. */
    boolean sees(GameId game, @Nullable String viewer) {
        GameState state = games.state(game);
        return state != null
                && (!doors.of(game).isPrivate()
                        || belongs(state, viewer)
                        || isInvited(state, game, viewer));
    }

    /** Why a command is not even put to a game; null where it is. */
    @Nullable Problem stops(GameId game, String player, Command command) {
        Door door = doors.of(game);
        boolean asks = door.approval() && command instanceof Command.Join;
        GameState state = door.isPrivate() || asks ? games.state(game) : null;
        if (state == null || belongs(state, player) || isInvited(state, game, player)) {
            return null;
        }
        if (door.isPrivate()) {
            return Refusals.unknownGame(game.value());
        }
        if (state.players().containsKey(player)) {
            return null;
        }
        if (doors.standing(game, player) == null) {
            doors.ask(game, player, state.master());
        }
        return ProblemType.APPROVAL_NEEDED.because(
                "The game master " + state.master() + " has been asked to let you in.");
    }

    /** An invitation is used up when the player has joined. */
    private boolean isInvited(GameState state, GameId game, @Nullable String player) {
        return player != null
                && !state.players().containsKey(player)
                && doors.standing(game, player) == Guest.Standing.INVITED;
    }

    /** Whether somebody is the master or a player who has not left. */
    public static boolean belongs(GameState state, @Nullable String name) {
        Player player = name == null ? null : state.players().get(name);
        return state.master().equals(name) || (player != null && !player.isGone());
    }
}
