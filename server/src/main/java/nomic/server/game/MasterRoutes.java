package nomic.server.game;

import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Games.Snapshot;
import nomic.server.account.Account;
import nomic.server.game.Table.Played;
import nomic.server.rate.Rates;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.List;

/** What the game master alone can do. */
public final class MasterRoutes {
    private final GameLog log;
    private final Sight sight;
    private final Table table;
    private final GameViews views;
    private final Authentication authentication;
    private final Rates rates;

    public MasterRoutes(
            GameLog log,
            Sight sight,
            Table table,
            GameViews views,
            Authentication authentication,
            Rates rates) {
        this.rates = rates;
        this.log = log;
        this.sight = sight;
        this.table = table;
        this.views = views;
        this.authentication = authentication;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/games/{id}/orders", this::order),
                Route.post("/api/v1/games/{id}/release", this::release));
    }

    private Answer order(Request request) {
        String player = authentication.account(request, Scope.GAME_MASTER).name();
        GameId game = Sight.id(request);
        String command = CommandId.of(request);
        return switch (table.play(game, player, command, Orders.read(request.json())).join()) {
            case Played.Done(var events) -> Answer.ok(new EventsView(EventJson.of(events)));
            case Played.Declined(var problem) -> Answer.problem(problem);
        };
    }

    /** No event of the game: one in quarantine takes no commands. */
    private Answer release(Request request) {
        Account account = authentication.account(request, Scope.GAME_MASTER);
        String player = account.name();
        GameId game = Sight.id(request);
        Snapshot snapshot = sight.of(game, player);
        if (!snapshot.state().master().equals(player)) {
            return Answer.problem(
                    ProblemType.NOT_THE_MASTER.because(
                            "Only the game master "
                                    + snapshot.state().master()
                                    + " can release the game."));
        }
        rates.release(request, account.id().toString());
        return log.release(game)
                ? Answer.ok(views.of(game, sight.whole(game), player))
                : Answer.problem(Refusals.notInQuarantine());
    }
}
