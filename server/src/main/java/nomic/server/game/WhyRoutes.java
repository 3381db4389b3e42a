package nomic.server.game;

import nomic.code.RuleCompiler;
import nomic.game.Command;
import nomic.game.Decider;
import nomic.game.Undecidable;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Games.Snapshot;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.Body;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;
import nomic.server.work.Workers;
import nomic.why.Doubter;
import nomic.why.Explainer;
import nomic.why.Why;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** Why something happened, why something is so, and why something cannot be done. */
public final class WhyRoutes {
    private static final int LONGEST_FACT = 300;
    private static final int LONGEST_NAME = 100;
    private static final int DEPTH = 4;

    private final Sight sight;
    private final Authentication authentication;
    private final Workers workers;
    private final Doubter doubter;
    private final Chronicles chronicles;

    public WhyRoutes(
            GameLog log,
            Sight sight,
            Authentication authentication,
            Decider decider,
            RuleCompiler compiler,
            Workers workers) {
        this.sight = sight;
        this.authentication = authentication;
        this.workers = workers;
        this.doubter = new Doubter(decider, compiler);
        this.chronicles = new Chronicles(log, sight.veil());
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/games/{id}/why", this::why),
                Route.post("/api/v1/games/{id}/why-not", this::whyNot));
    }

    private Answer why(Request request) {
        GameId game = Sight.id(request);
        Snapshot snapshot = sight.of(request);
        String viewer = sight.viewer(request);
        String event = request.query("event");
        String fact = request.query("fact", LONGEST_FACT);
        String win = request.query("win", LONGEST_NAME);
        int depth = (int) request.query("depth", 1, Explainer.DEEPEST, DEPTH);
        if ((event == null ? 0 : 1) + (fact == null ? 0 : 1) + (win == null ? 0 : 1) != 1) {
            return Answer.problem(
                    ProblemType.BAD_PARAMETER.because(
                            "Ask one thing: ?event=SEQ, ?fact=NAME or ?win=PLAYER."));
        }
        if (event != null) {
            return event(game, snapshot, viewer, request, depth);
        }
        return fact != null
                ? fact(game, snapshot, viewer, fact, depth)
                : win(snapshot.seenBy(viewer), String.valueOf(win));
    }

    private Answer event(
            GameId game, Snapshot snapshot, @Nullable String viewer, Request request, int depth) {
        long seq = request.query("event", 0, Long.MAX_VALUE, 0);
        Why why = chronicles.ask(game, snapshot, viewer, depth, explainer -> explainer.event(seq));
        return why == null
                ? Answer.problem(
                        ProblemType.UNKNOWN_EVENT.because(
                                "There is no event %d in this game; the last is %d."
                                        .formatted(seq, snapshot.head())))
                : Answer.ok(why);
    }

    private Answer fact(
            GameId game, Snapshot snapshot, @Nullable String viewer, String fact, int depth) {
        Why why = chronicles.ask(game, snapshot, viewer, depth, explainer -> explainer.fact(fact));
        return why == null
                ? Answer.problem(
                        ProblemType.UNKNOWN_FACT.because(
                                "Nothing is on record under this name. Ask for "
                                        + Explainer.FACTS
                                        + "."))
                : Answer.ok(why);
    }

    private Answer win(Snapshot snapshot, String player) {
        if (!snapshot.state().players().containsKey(player)) {
            return Answer.problem(
                    ProblemType.UNKNOWN_FACT.because("No player of this game has that name."));
        }
        return tried(() -> Answer.ok(doubter.win(snapshot.state(), last(snapshot), player)));
    }

    private Answer whyNot(Request request) {
        String player = authentication.account(request, Scope.GAME_READ).name();
        Snapshot snapshot = sight.of(request).seenBy(player);
        Body body = request.json();
        String type = body.text("type", LONGEST_NAME);
        Command move = Moves.read(type, body);
        if (move == null) {
            return Answer.problem(
                    ProblemType.BAD_ARGUMENT.because(
                            "There is no move '" + type + "'; there are " + Moves.TYPES + "."));
        }
        return tried(() -> Answer.ok(doubter.move(snapshot.state(), last(snapshot), player, move)));
    }

    private Answer tried(Callable<Answer> question) {
        Answer answer = workers.inTurn(() -> decided(question));
        return answer == null
                ? Answer.problem(
                        ProblemType.BUSY
                                .because("Many questions are being worked out just now.")
                                .withHeader("Retry-After", "2"))
                : answer;
    }

    private static Answer decided(Callable<Answer> question) throws Exception {
        try {
            return question.call();
        } catch (Undecidable e) {
            return Answer.problem(
                    ProblemType.UNAVAILABLE.because("The question could not be worked out."));
        }
    }

    /** The time on the fork: that of the last command, so that nothing new is due. */
    private static Instant last(Snapshot snapshot) {
        Instant at = snapshot.recent().at();
        return at == null ? Instant.EPOCH : at;
    }
}
