package nomic.server.game;

import nomic.code.Built;
import nomic.code.Diagnostic;
import nomic.code.RuleCompiler;
import nomic.server.web.Answer;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;
import nomic.server.work.Workers;

import java.util.List;

/** Checks the code of a rule without a game. */
public final class CheckRoutes {
    private final RuleCompiler compiler;
    private final Workers workers;

    public CheckRoutes(RuleCompiler compiler, Workers workers) {
        this.compiler = compiler;
        this.workers = workers;
    }

    public List<Route> routes() {
        return List.of(Route.post("/api/v1/check", this::check));
    }

    /** The answer, also of {@code nomic check --json}. */
    public record CheckView(boolean accepted, List<Diagnostic> diagnostics) {
        public static CheckView of(Built built) {
            return new CheckView(built instanceof Built.Classes, built.diagnostics());
        }
    }

    private Answer check(Request request) {
        String code = request.json().text("code", Moves.LONGEST_TEXT, "");
        Built built = workers.inTurn(() -> compiler.compile(0, code));
        return built == null
                ? Answer.problem(
                        ProblemType.BUSY
                                .because("Many rules are being checked just now.")
                                .withHeader("Retry-After", "2"))
                : Answer.ok(CheckView.of(built));
    }
}
