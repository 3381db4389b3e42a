package nomic.server.token;

import static nomic.server.web.ProblemType.BAD_ARGUMENT;
import static nomic.server.web.ProblemType.TOO_MANY_TOKENS;
import static nomic.server.web.ProblemType.UNKNOWN_TOKEN;

import nomic.server.account.Account;
import nomic.server.web.Answer;
import nomic.server.web.Body;
import nomic.server.web.Json;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes, lists and ends the personal tokens of an account. */
public final class ApiTokenRoutes {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 366;
    private static final int DAYS = 90;

    private final Authentication authentication;
    private final ApiTokens tokens;

    public ApiTokenRoutes(Authentication authentication, ApiTokens tokens) {
        this.authentication = authentication;
        this.tokens = tokens;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/me/tokens", this::list),
                Route.post("/api/v1/me/tokens", this::make),
                Route.delete("/api/v1/me/tokens/{id}", this::end));
    }

    private Answer list(Request request) {
        Account account = authentication.account(request, Scope.ACCOUNT);
        return Answer.ok(TokenView.of(tokens, account));
    }

    private Answer make(Request request) {
        Account account = authentication.account(request, Scope.ACCOUNT);
        Body body = request.json();
        String name = body.text("name", LONGEST_NAME);
        Set<Scope> scopes = scopes(body, account);
        Duration lifetime = Duration.ofDays(body.number("days", 1, MOST_DAYS, DAYS));
        ApiTokens.Made made = tokens.make(account, name, scopes, lifetime);
        return made == null
                ? Answer.problem(
                        TOO_MANY_TOKENS.because(
                                "An account has at most "
                                        + ApiTokens.MOST
                                        + " personal tokens; end one that you do not need."))
                : new Answer(
                        201,
                        Answer.JSON,
                        Json.bytes(TokenView.of(made.token(), made.text())),
                        Map.of("Cache-Control", "no-store"));
    }

    private static Set<Scope> scopes(Body body, Account account) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (String word : body.texts("scopes", LONGEST_NAME)) {
            Scope scope = Scope.of(word);
            if (scope == null || scope == Scope.ACCOUNT) {
                throw BAD_ARGUMENT
                        .because(
                                "Member 'scopes' lists words of game:read, game:play, game:master"
                                        + " and admin.")
                        .rejection();
            }
            if (scope == Scope.ADMIN && !account.administrator()) {
                throw Authentication.lacks(Scope.ADMIN).rejection();
            }
            scopes.add(scope);
        }
        if (scopes.isEmpty()) {
            throw BAD_ARGUMENT.because("Member 'scopes' names at least one scope.").rejection();
        }
        return scopes;
    }

    private Answer end(Request request) {
        Account account = authentication.account(request, Scope.ACCOUNT);
        UUID id = Ids.parse(request.path("id"));
        return id != null && tokens.end(account.id(), id)
                ? Answer.nothing()
                : Answer.problem(UNKNOWN_TOKEN.because("You have no personal token of this id."));
    }
}
