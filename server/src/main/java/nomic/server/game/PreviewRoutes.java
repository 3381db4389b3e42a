package nomic.server.game;

import nomic.game.ProposalEntry;
import nomic.log.GameId;
import nomic.log.Games.Snapshot;
import nomic.preview.Subject;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.List;

/** What proposals and drafts would do. Everybody may ask it of a proposal, players of a draft. */
public final class PreviewRoutes {
    private static final long SEED = 1;

    private final Sight sight;
    private final Previews previews;
    private final Authentication authentication;

    public PreviewRoutes(Sight sight, Previews previews, Authentication authentication) {
        this.sight = sight;
        this.previews = previews;
        this.authentication = authentication;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/games/{id}/preview", this::draft),
                Route.get("/api/v1/games/{id}/proposals/{number}/preview", this::proposal));
    }

    private Answer draft(Request request) {
        String player = authentication.account(request, Scope.GAME_READ).name();
        GameId game = Sight.id(request);
        var draft = new Subject.Draft(player, Moves.propose(request.json()));
        return preview(request, game, sight.of(request), draft);
    }

    private Answer proposal(Request request) {
        int number = Proposals.number(request);
        GameId game = Sight.id(request);
        Snapshot snapshot = sight.of(request);
        ProposalEntry proposal = Proposals.get(snapshot.state(), number);
        return proposal.open()
                ? preview(request, game, snapshot, new Subject.Open(number))
                : Answer.problem(
                        ProblemType.VOTE_CLOSED.because(
                                "The vote on proposal "
                                        + number
                                        + " is closed: what it did is among the events."));
    }

    private Answer preview(Request request, GameId game, Snapshot snapshot, Subject subject) {
        long seed = request.query("seed", 0, Long.MAX_VALUE, SEED);
        String viewer = sight.viewer(request);
        return Answer.ok(PreviewView.of(previews.of(game, snapshot, viewer, subject, seed)));
    }
}
