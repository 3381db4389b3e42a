package nomic.server.game;

import nomic.log.GameId;
import nomic.log.Games.Snapshot;
import nomic.server.account.Accounts;

/** Shows games, with what the accounts of their players are. */
public final class GameViews {
    private final Accounts accounts;

    public GameViews(Accounts accounts) {
        this.accounts = accounts;
    }

    GameView of(GameId id, Snapshot snapshot) {
        return GameView.of(id, snapshot, accounts.bots(snapshot.state().players().keySet()));
    }
}
