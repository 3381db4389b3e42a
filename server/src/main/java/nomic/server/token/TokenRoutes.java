package nomic.server.token;

import static nomic.server.web.ProblemType.BUSY;
import static nomic.server.web.ProblemType.INVALID_GRANT;
import static nomic.server.web.ProblemType.MALFORMED_REQUEST;
import static nomic.server.web.ProblemType.UNSUPPORTED_GRANT_TYPE;

import nomic.server.account.Account;
import nomic.server.account.AccountName;
import nomic.server.account.AccountRoutes.AccountView;
import nomic.server.account.Accounts;
import nomic.server.account.Passwords;
import nomic.server.web.Answer;
import nomic.server.web.Json;
import nomic.server.web.Problem;
import nomic.server.web.Request;
import nomic.server.web.Route;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Exchanges name and password for a token, and tells who one is. */
public final class TokenRoutes {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Authentication authentication;

    public TokenRoutes(
            Accounts accounts, Passwords passwords, Tokens tokens, Authentication authentication) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.authentication = authentication;
    }

    public List<Route> routes() {
        return List.of(Route.post("/api/v1/token", this::token), Route.get("/api/v1/me", this::me));
    }

    private Answer me(Request request) {
        return Answer.ok(AccountView.of(authentication.account(request)));
    }

    private Answer token(Request request) {
        Map<String, String> form = request.form();
        String grant = form.getOrDefault("grant_type", "");
        if (!grant.equals("password")) {
            return grant.isEmpty()
                    ? error(MALFORMED_REQUEST.because("grant_type is needed."), "invalid_request")
                    : error(
                            UNSUPPORTED_GRANT_TYPE.because("Send grant_type=password."),
                            "unsupported_grant_type");
        }
        String username = form.get("username");
        String password = form.get("password");
        if (username == null || password == null) {
            return error(
                    MALFORMED_REQUEST.because("username and password are needed."),
                    "invalid_request");
        }
        String name = AccountName.normal(username);
        return grant(name == null ? null : accounts.byName(name), password);
    }

    private Answer grant(@Nullable Account account, String password) {
        Boolean right =
                passwords.matches(account == null ? null : account.passwordHash(), password);
        if (right == null) {
            return Answer.problem(
                    BUSY.because("Too many people log in just now.")
                            .withHeader("Retry-After", "2"));
        }
        return account == null || !right
                ? error(
                        INVALID_GRANT.because("The name or the password is wrong."),
                        "invalid_grant")
                : token(account.id());
    }

    private Answer token(UUID account) {
        var body = Json.object();
        body.put("access_token", tokens.issue(account));
        body.put("token_type", "Bearer");
        body.put("expires_in", Tokens.LIFETIME.toSeconds());
        return new Answer(200, Answer.JSON, Json.bytes(body), Map.of("Cache-Control", "no-store"));
    }

    /** A problem with the members that RFC 6749, 5.2 asks for. */
    private static Answer error(Problem problem, String error) {
        return Answer.problem(
                problem.with("error", error)
                        .with("error_description", problem.detail())
                        .withHeader("Cache-Control", "no-store"));
    }
}
