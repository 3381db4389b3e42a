package nomic.server.game;

import nomic.log.GameId;
import nomic.log.Games.Snapshot;
import nomic.server.account.Accounts;

import java.util.HashSet;
import java.util.Set;

/** Shows games, with what the accounts of their players are. */
public final class GameViews {
    private final Accounts accounts;

    public GameViews(Accounts accounts) {
        this.accounts = accounts;
    }

    GameView of(GameId id, Snapshot snapshot) {
        Set<String> players = snapshot.state().players().keySet();
        var bots = new HashSet<>(accounts.bots(players));
        players.stream().filter(BotName::isOne).forEach(bots::add);
        return GameView.of(id, snapshot, bots);
    }
}
