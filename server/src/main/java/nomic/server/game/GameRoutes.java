package nomic.server.game;

import nomic.game.Command;
import nomic.game.Limits;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.ruleset.Rulesets;
import nomic.server.account.Account;
import nomic.server.door.Doors;
import nomic.server.door.Visibility;
import nomic.server.game.Table.Played;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.Body;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.List;
import java.util.UUID;

/** Rulesets, and games from their creation on. */
public final class GameRoutes {
    private final Rulesets rulesets;
    private final GameLog log;
    private final Sight sight;
    private final Table table;
    private final GameViews views;
    private final Doors doors;
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
            Doors doors,
            Authentication authentication,
            Limits limits) {
        this.rulesets = rulesets;
        this.log = log;
        this.sight = sight;
        this.table = table;
        this.views = views;
        this.doors = doors;
        this.authentication = authentication;
        this.foundation = new Foundation(rulesets, sight, limits);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/rulesets", this::rulesets),
                Route.post("/api/v1/games", this::create),
                Route.get("/api/v1/games/{id}", this::game));
    }

    private static boolean approval(Body body) {
        return body.flag("approval", false);
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
        return Answer.ok(views.of(Sight.id(request), sight.at(request), sight.viewer(request)));
    }

    private Answer create(Request request) {
        Account account = authentication.account(request, Scope.GAME_MASTER);
        Body body = request.json();
        boolean play = body.flag("play", false);
        String command = CommandId.of(request);
        UUID uuid = CommandId.game(account.id(), command);
        GameId id = new GameId(uuid.toString());
        Entry before = log.find(id, account.name(), command);
        Command.CreateGame founding = foundation.read(account.name(), body, before);
        if (before == null) {
            doors.set(id, DoorRoutes.visibility(body, Visibility.PUBLIC), approval(body));
        }
        Played created = table.play(id, account.name(), command, founding).join();
        if (created instanceof Played.Done && play) {
            created = table.play(id, account.name(), "join:" + uuid, new Command.Join()).join();
        }
        return switch (created) {
            case Played.Done _ ->
                    Answer.created(
                            "/api/v1/games/" + id, views.of(id, sight.whole(id), account.name()));
            case Played.Declined(var problem) -> Answer.problem(problem);
        };
    }
}
