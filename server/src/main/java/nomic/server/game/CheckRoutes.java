package nomic.server.game;

import nomic.code.Check;
import nomic.code.Checker;
import nomic.code.Diagnostic;
import nomic.server.web.Answer;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;
import nomic.server.work.Workers;

import java.util.List;

/** Checks the code of a rule without a game. */
public final class CheckRoutes {
    private final Checker checker;
    private final Workers workers;

    public CheckRoutes(Checker checker, Workers workers) {
        this.checker = checker;
        this.workers = workers;
    }

    public List<Route> routes() {
        return List.of(Route.post("/api/v1/check", this::check));
    }

    /** The answer, also of {@code nomic check --json}. */
    public record CheckView(boolean accepted, List<Diagnostic> diagnostics) {
        public static CheckView of(Check check) {
            return new CheckView(check instanceof Check.Accepted, check.diagnostics());
        }
    }

    private Answer check(Request request) {
        String code = request.json().text("code", Moves.LONGEST_TEXT, "");
        Check check = workers.inTurn(() -> checker.check(0, code));
        return check == null
                ? Answer.problem(
                        ProblemType.BUSY
                                .because("Many rules are being checked just now.")
                                .withHeader("Retry-After", "2"))
                : Answer.ok(CheckView.of(check));
    }
}
