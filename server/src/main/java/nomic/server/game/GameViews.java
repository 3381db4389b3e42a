package nomic.server.game;

import nomic.log.GameId;
import nomic.log.Games.Snapshot;
import nomic.server.account.Accounts;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/** Shows games, with what the accounts of their players are. */
public final class GameViews {
    private final Accounts accounts;

    public GameViews(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * @param viewer who asks; null is a stranger
     */
    public GameView of(GameId id, Snapshot game, @Nullable String viewer) {
        Snapshot snapshot = game.seenBy(viewer);
        Set<String> players = snapshot.state().players().keySet();
        var bots = new HashSet<>(accounts.bots(players));
        players.stream().filter(BotName::isOne).forEach(bots::add);
        return GameView.of(id, snapshot, bots);
    }
}
