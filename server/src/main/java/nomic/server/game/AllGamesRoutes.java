package nomic.server.game;

import nomic.game.GameStatus;
import nomic.law.RuleStatus;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Games.Snapshot;
import nomic.server.door.Visibility;
import nomic.server.game.Lobby.Place;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.Request;
import nomic.server.web.Route;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What administrators alone see and do: all games, whatever their doors. */
public final class AllGamesRoutes {
    private static final int LONGEST_ID = 100;

    private final GameLog log;
    private final Lobby lobby;
    private final Sight sight;
    private final Authentication authentication;

    public AllGamesRoutes(GameLog log, Lobby lobby, Sight sight, Authentication authentication) {
        this.log = log;
        this.lobby = lobby;
        this.sight = sight;
        this.authentication = authentication;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/admin/games", this::list),
                Route.post("/api/v1/admin/games/{id}/release", this::release));
    }

    /**
     * A game as administrators see it.
     *
     * @param rules how many are in force
     * @param suspended how many rules are suspended
     * @param quarantine why it takes no commands; null where it does
     */
    private record CareView(
            String id,
            String name,
            String ruleset,
            String master,
            GameStatus status,
            Visibility visibility,
            int players,
            long rules,
            long suspended,
            long head,
            boolean paused,
            @Nullable String quarantine) {}

    private Answer list(Request request) {
        authentication.account(request, Scope.ADMIN);
        int limit = (int) request.query("limit", 1, 100, 50);
        String since = request.query("since", LONGEST_ID);
        Flag quarantined = request.query("quarantined", Flag.class);
        return Answer.ok(
                lobby.after(since == null ? null : new GameId(since)).stream()
                        .map(this::view)
                        .filter(
                                game ->
                                        quarantined == null
                                                || (game.quarantine() != null)
                                                        == (quarantined == Flag.TRUE))
                        .limit(limit)
                        .toList());
    }

    private CareView view(Place place) {
        GameId id = place.card().game();
        Snapshot game = sight.whole(id);
        var state = game.state();
        return new CareView(
                id.value(),
                state.name(),
                state.ruleset(),
                state.master(),
                state.status(),
                place.door().visibility(),
                state.players().size(),
                state.rulebook().values().stream().filter(rule -> rule.inForce()).count(),
                state.rulebook().values().stream()
                        .filter(rule -> rule.status() == RuleStatus.SUSPENDED)
                        .count(),
                game.head(),
                state.paused() != null,
                game.quarantine());
    }

    private Answer release(Request request) {
        authentication.account(request, Scope.ADMIN);
        GameId game = Sight.id(request);
        Snapshot _ = sight.of(game, request);
        return log.release(game) ? Answer.nothing() : Answer.problem(Refusals.notInQuarantine());
    }
}
