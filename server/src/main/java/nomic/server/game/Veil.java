package nomic.server.game;

import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.log.GameId;
import nomic.log.Games;
import nomic.log.Recorded;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Keeps what rules conceal from those who may not see it, until the game is over. */
public record Veil(Games games) {
    /**
     * What somebody sees of some events of a game.
     *
     * @param viewer null is a stranger
     */
    public List<Recorded> over(GameId game, List<Recorded> events, @Nullable String viewer) {
        return events.stream().allMatch(each -> each.occurrence().isFor(viewer)) || isOver(game)
                ? events
                : events.stream().map(each -> each.seenBy(viewer)).toList();
    }

    private boolean isOver(GameId game) {
        GameState state = games.state(game);
        return state != null && state.status() == GameStatus.FINISHED;
    }
}
