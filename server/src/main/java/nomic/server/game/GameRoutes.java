package nomic.server.game;

import nomic.game.Command;
import nomic.game.Limits;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.ruleset.Rulesets;
import nomic.server.account.Account;
import nomic.server.game.Table.Played;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.Body;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rulesets, and games from their creation to the list of them. */
public final class GameRoutes {
    private final Rulesets rulesets;
    private final GameLog log;
    private final Sight sight;
    private final Table table;
    private final GameViews views;
    private final Authentication authentication;
    private final Foundation foundation;

    /**
     * @param limits of the games that are created
     */
    public GameRoutes(
            Rulesets rulesets,
            GameLog log,
            Sight sight,
            Table table,
            GameViews views,
            Authentication authentication,
            Limits limits) {
        this.rulesets = rulesets;
        this.log = log;
        this.sight = sight;
        this.table = table;
        this.views = views;
        this.authentication = authentication;
        this.foundation = new Foundation(rulesets, sight, limits);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/rulesets", this::rulesets),
                Route.get("/api/v1/games", this::list),
                Route.post("/api/v1/games", this::create),
                Route.get("/api/v1/games/{id}", this::game));
    }

    private record RulesetView(String name, String title, String description, int rules) {}

    private Answer rulesets(Request request) {
        return Answer.ok(
                rulesets.all().stream()
                        .map(
                                r ->
                                        new RulesetView(
                                                r.name(),
                                                r.title(),
                                                r.description(),
                                                r.rules().size()))
                        .toList());
    }

    private Answer game(Request request) {
        GameId id = Sight.id(request);
        return Answer.ok(views.of(id, sight.of(id)));
    }

    /** Games in the order of their creation, those after {@code since} only. */
    private Answer list(Request request) {
        int limit = (int) request.query("limit", 1, 100, 50);
        List<GameId> ids = log.games();
        String since = request.query("since");
        int first = since == null ? 0 : ids.indexOf(new GameId(since)) + 1;
        var games = new ArrayList<GameView>();
        for (GameId id : ids.subList(first, Math.min(ids.size(), first + limit))) {
            games.add(views.of(id, sight.of(id)));
        }
        return Answer.ok(games);
    }

    private Answer create(Request request) {
        Account account = authentication.account(request, Scope.GAME_MASTER);
        Body body = request.json();
        boolean play = body.flag("play", false);
        String command = CommandId.of(request);
        UUID uuid = CommandId.game(account.id(), command);
        GameId id = new GameId(uuid.toString());
        Entry before = log.find(id, account.name(), command);
        Command.CreateGame founding = foundation.read(body, before);
        Played created = table.play(id, account.name(), command, founding).join();
        if (created instanceof Played.Done && play) {
            created = table.play(id, account.name(), "join:" + uuid, new Command.Join()).join();
        }
        return switch (created) {
            case Played.Done _ -> Answer.created("/api/v1/games/" + id, views.of(id, sight.of(id)));
            case Played.Declined(var problem) -> Answer.problem(problem);
        };
    }
}
