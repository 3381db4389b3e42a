package nomic.server.game;

import nomic.game.CaseEntry;
import nomic.game.Command;
import nomic.game.Event;
import nomic.game.ProposalEntry;
import nomic.log.GameId;
import nomic.log.Recorded;
import nomic.server.game.Table.Played;
import nomic.server.token.Authentication;
import nomic.server.token.Identity;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.List;
import java.util.function.Function;

/**
 * The moves of players. They answer with their events, a proposal and a call for judgment with what
 * they have made besides.
 */
public final class MoveRoutes {
    private final Sight sight;
    private final Table table;
    private final Authentication authentication;

    public MoveRoutes(Sight sight, Table table, Authentication authentication) {
        this.sight = sight;
        this.table = table;
        this.authentication = authentication;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/games/{id}/join", moving(_ -> new Command.Join())),
                Route.post("/api/v1/games/{id}/start", moving(_ -> new Command.Start())),
                Route.post("/api/v1/games/{id}/end-turn", moving(_ -> new Command.EndTurn())),
                Route.post("/api/v1/games/{id}/leave", moving(_ -> new Command.Leave())),
                Route.post("/api/v1/games/{id}/forfeit", moving(_ -> new Command.Forfeit())),
                Route.post("/api/v1/games/{id}/proposals", this::propose),
                Route.post(
                        "/api/v1/games/{id}/proposals/{number}/ballots",
                        moving(request -> Moves.vote(Proposals.number(request), request.json()))),
                Route.post(
                        "/api/v1/games/{id}/proposals/{number}/revisions",
                        moving(r -> Moves.revise(Proposals.number(r), r.json()))),
                Route.post(
                        "/api/v1/games/{id}/proposals/{number}/withdraw",
                        moving(r -> new Command.Withdraw(Proposals.number(r)))),
                Route.post("/api/v1/games/{id}/cases", this::callForJudgment),
                Route.post(
                        "/api/v1/games/{id}/cases/{number}/judgments",
                        moving(r -> Moves.judge(Cases.number(r), r.json()))),
                Route.post(
                        "/api/v1/games/{id}/claim-dead-end",
                        moving(_ -> new Command.ClaimDeadEnd())),
                Route.post("/api/v1/games/{id}/actions/{name}", moving(MoveRoutes::act)));
    }

    private static Command act(Request request) {
        return Moves.act(request.path("name"), request.jsonOrNothing());
    }

    private Route.Handler moving(Function<Request, Command> move) {
        return request ->
                switch (play(request, move)) {
                    case Played.Done(var events) -> Answer.ok(new EventsView(EventJson.of(events)));
                    case Played.Declined(var problem) -> Answer.problem(problem);
                };
    }

    private Answer propose(Request request) {
        return switch (play(request, r -> Moves.propose(r.json()))) {
            case Played.Done(var events) -> proposed(request, events);
            case Played.Declined(var problem) -> Answer.problem(problem);
        };
    }

    private Answer proposed(Request request, List<Recorded> events) {
        GameId game = Sight.id(request);
        var state = sight.whole(game).state();
        ProposalEntry proposal = Proposals.get(state, number(events));
        return Answer.created(
                "/api/v1/games/" + game + "/proposals/" + proposal.number(),
                ProposalView.of(state, proposal, sight.viewer(request), EventJson.of(events)));
    }

    private Answer callForJudgment(Request request) {
        return switch (play(request, r -> Moves.callForJudgment(r.json()))) {
            case Played.Done(var events) -> called(Sight.id(request), events);
            case Played.Declined(var problem) -> Answer.problem(problem);
        };
    }

    private Answer called(GameId game, List<Recorded> events) {
        var state = sight.whole(game).state();
        CaseEntry dispute = Cases.get(state, caseNumber(events));
        return Answer.created(
                "/api/v1/games/" + game + "/cases/" + dispute.number(),
                CaseView.of(state, dispute).withEvents(EventJson.of(events)));
    }

    /** The number of the case that some events have opened; 0 where they opened none. */
    public static int caseNumber(List<Recorded> events) {
        for (Recorded recorded : events) {
            if (recorded.occurrence().event() instanceof Event.JudgmentCalled called) {
                return called.caseNumber();
            }
        }
        return 0;
    }

    /** The number of the proposal that some events have made; 0 where they made none. */
    public static int number(List<Recorded> events) {
        for (Recorded recorded : events) {
            if (recorded.occurrence().event() instanceof Event.ProposalMade made) {
                return made.proposal();
            }
        }
        return 0;
    }

    private Played play(Request request, Function<Request, Command> move) {
        Identity identity = authentication.identity(request);
        GameId game = Sight.id(request);
        String command = CommandId.of(request);
        Command read = move.apply(request);
        Scope scope = Moves.scope(read);
        return identity.may(scope)
                ? table.play(game, identity.account().name(), command, read).join()
                : new Played.Declined(Authentication.lacks(scope));
    }
}
