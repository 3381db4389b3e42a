package nomic.server.game;

import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.game.GameState;
import nomic.game.ProposalEntry;
import nomic.game.RuleEntry;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Games.Snapshot;
import nomic.log.Recorded;
import nomic.preview.BrokenTests;
import nomic.reading.Draft;
import nomic.server.web.Answer;
import nomic.server.web.Json;
import nomic.server.web.Request;
import nomic.server.web.Route;
import nomic.server.web.Section;

import java.util.List;
import java.util.SortedMap;

/** What is on record of a game: rules, proposals, events, commands. Everybody may read it. */
public final class RecordRoutes {
    private static final int PAGE = 200;
    private static final int LONGEST_PAGE = 1000;
    private static final int PAGE_OF_CASES = 50;
    private static final int LONGEST_PAGE_OF_CASES = 100;
    private static final int MOST_SHOWN = 100;

    private final GameLog log;
    private final Sight sight;
    private final Readings readings;
    private final Breakages breakages;

    public RecordRoutes(GameLog log, Sight sight, Readings readings, Breakages breakages) {
        this.log = log;
        this.sight = sight;
        this.readings = readings;
        this.breakages = breakages;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/games/{id}/rules", this::rules),
                Route.get("/api/v1/games/{id}/rules/{number}", this::rule),
                Route.get("/api/v1/games/{id}/proposals", this::proposals),
                Route.get("/api/v1/games/{id}/proposals/{number}", this::proposal),
                Route.get("/api/v1/games/{id}/cases", this::cases),
                Route.get("/api/v1/games/{id}/cases/{number}", this::dispute),
                Route.get("/api/v1/games/{id}/events", this::events),
                Route.get("/api/v1/games/{id}/commands", this::commands));
    }

    private Answer rules(Request request) {
        return Answer.ok(
                Section.byNumber(request, RuleView.all(sight.at(request)), RuleView::number));
    }

    private Answer rule(Request request) {
        Snapshot game = sight.at(request);
        RuleEntry rule = RuleView.named(request, game.state());
        return Answer.ok(
                readings.added(
                        RuleView.of(rule, game),
                        game.state(),
                        rule.id(),
                        Draft.of(game.state(), rule)));
    }

    private Answer proposals(Request request) {
        return Answer.ok(
                Section.byNumber(
                        request,
                        ProposalView.all(sight.at(request).state(), sight.viewer(request)),
                        ProposalView::number));
    }

    private Answer proposal(Request request) {
        Snapshot game = game(request);
        int number = Proposals.number(request);
        ProposalEntry proposal = Proposals.get(game.state(), number);
        ProposalView view =
                ProposalView.of(game.state(), proposal, sight.viewer(request), null)
                        .withRevisions(at(Sight.id(request), game.places().proposals(), number));
        ObjectNode json =
                readings.added(
                        view, game.state(), ruleId(proposal), Draft.of(game.state(), proposal));
        List<BrokenTests> broken = breakages.of(game.state(), proposal);
        if (broken != null) {
            json.set("brokenTests", Json.tree(broken));
        }
        return Answer.ok(json);
    }

    /** The id of the rule that a proposal would make or change. */
    private static int ruleId(ProposalEntry proposal) {
        return proposal.target() == 0 ? proposal.number() : proposal.target();
    }

    private Answer cases(Request request) {
        GameState state = state(request);
        CaseSearch search = CaseSearch.of(request);
        int since = (int) request.query("since", 0, Integer.MAX_VALUE, 0);
        int limit = (int) request.query("limit", 1, LONGEST_PAGE_OF_CASES, PAGE_OF_CASES);
        return Answer.ok(
                state.cases().values().stream()
                        .filter(dispute -> dispute.number() > since)
                        .filter(dispute -> search.finds(dispute, state))
                        .limit(limit)
                        .map(dispute -> CaseView.of(state, dispute))
                        .toList());
    }

    private Answer dispute(Request request) {
        Snapshot game = game(request);
        int number = Cases.number(request);
        CaseView dispute = CaseView.of(game.state(), Cases.get(game.state(), number));
        List<Recorded> history = at(Sight.id(request), game.places().cases(), number);
        return Answer.ok(dispute.withHistory(EventJson.of(seen(request, history))));
    }

    /** The events at the places that are known for a number, the last of very many. */
    private List<Recorded> at(GameId game, SortedMap<Integer, List<Long>> places, int number) {
        List<Long> all = places.getOrDefault(number, List.of());
        return all.subList(Math.max(0, all.size() - MOST_SHOWN), all.size()).stream()
                .flatMap(seq -> log.read(game, seq - 1, 1).stream())
                .toList();
    }

    private Answer events(Request request) {
        GameId game = Sight.id(request);
        long since = request.query("since", 0, Long.MAX_VALUE, 0);
        int limit = (int) request.query("limit", 1, LONGEST_PAGE, PAGE);
        var _ = sight.of(request);
        return Answer.ok(EventJson.of(seen(request, log.read(game, since, limit))));
    }

    /** The commands after a position, refused ones too, with what rules used to decide them. */
    private Answer commands(Request request) {
        GameId game = Sight.id(request);
        long since = request.query("since", 0, Long.MAX_VALUE, 0);
        int limit = (int) request.query("limit", 1, LONGEST_PAGE, PAGE);
        GameState state = state(request);
        return Answer.ok(
                log.entries(game, since, limit).stream()
                        .map(entry -> CommandView.of(entry, state))
                        .toList());
    }

    /** What who asks may see of some events of the game. */
    private List<Recorded> seen(Request request, List<Recorded> events) {
        return sight.veil().over(Sight.id(request), events, sight.viewer(request));
    }

    private GameState state(Request request) {
        return game(request).state();
    }

    private Snapshot game(Request request) {
        return sight.of(request);
    }
}
