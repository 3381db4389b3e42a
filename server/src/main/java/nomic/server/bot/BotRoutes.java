package nomic.server.bot;

import nomic.log.GameId;
import nomic.log.Games.Snapshot;
import nomic.server.game.BotName;
import nomic.server.game.Sight;
import nomic.server.game.Table;
import nomic.server.game.Table.Played;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.List;

/** Bots that fill seats. */
public final class BotRoutes {
    private static final int MOST_BOTS = 8;

    private final Bots bots;
    private final Sight sight;
    private final Authentication authentication;

    public BotRoutes(Bots bots, Sight sight, Authentication authentication) {
        this.bots = bots;
        this.sight = sight;
        this.authentication = authentication;
    }

    public List<Route> routes() {
        return List.of(Route.post("/api/v1/games/{id}/bots", this::seat));
    }

    private record BotView(String name) {}

    private Answer seat(Request request) {
        String asks = authentication.account(request, Scope.GAME_MASTER).name();
        GameId game = Sight.id(request);
        Snapshot snapshot = sight.of(game, asks);
        if (!snapshot.state().master().equals(asks)) {
            return Answer.problem(
                    ProblemType.NOT_THE_MASTER.because(
                            "Only the game master "
                                    + snapshot.state().master()
                                    + " can seat a bot."));
        }
        Kind kind = request.json().choice("kind", Kind.class);
        var players = snapshot.state().players().keySet();
        if (players.stream().filter(BotName::isOne).count() >= MOST_BOTS) {
            return Answer.problem(
                    ProblemType.BAD_ARGUMENT.because(
                            "A game can have " + MOST_BOTS + " bots of the server."));
        }
        String name = kind.free(players);
        return switch (Table.told(bots.join(game, name).join())) {
            case Played.Done _ -> Answer.created("/api/v1/games/" + game, new BotView(name));
            case Played.Declined(var problem) -> Answer.problem(problem);
        };
    }
}
