package nomic.server.token;

import static nomic.server.web.ProblemType.BUSY;
import static nomic.server.web.ProblemType.INVALID_GRANT;
import static nomic.server.web.ProblemType.INVALID_SCOPE;
import static nomic.server.web.ProblemType.MALFORMED_REQUEST;
import static nomic.server.web.ProblemType.UNSUPPORTED_GRANT_TYPE;

import nomic.server.account.Account;
import nomic.server.account.AccountName;
import nomic.server.account.Accounts;
import nomic.server.account.Passwords;
import nomic.server.rate.Rates;
import nomic.server.token.Sessions.Granted;
import nomic.server.web.Answer;
import nomic.server.web.Json;
import nomic.server.web.Problem;
import nomic.server.web.Request;
import nomic.server.web.Route;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The token endpoint of OAuth 2.0, with the password and the refresh grant (RFC 6749). */
public final class TokenRoutes {
    private static final int LONGEST_CLIENT = 200;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Rates rates;

    public TokenRoutes(
            Accounts accounts, Passwords passwords, Sessions sessions, Tokens tokens, Rates rates) {
        this.rates = rates;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    public List<Route> routes() {
        return List.of(Route.post("/api/v1/token", this::token));
    }

    private Answer token(Request request) {
        Map<String, String> form = request.form();
        String grant = form.getOrDefault("grant_type", "");
        return switch (grant) {
            case "password" -> password(request, form);
            case "refresh_token" -> refresh(form);
            case "" -> error(MALFORMED_REQUEST.because("grant_type is needed."), "invalid_request");
            default ->
                    error(
                            UNSUPPORTED_GRANT_TYPE.because(
                                    "Send grant_type=password or grant_type=refresh_token."),
                            "unsupported_grant_type");
        };
    }

    /** What a client calls itself, for its owner to recognize. */
    private static String client(Request request) {
        String agent = request.header("User-Agent");
        String printable = agent == null ? "" : agent.replaceAll("[^ -~]", "?");
        return printable.substring(0, Math.min(LONGEST_CLIENT, printable.length()));
    }

    private Answer password(Request request, Map<String, String> form) {
        String username = form.get("username");
        String password = form.get("password");
        if (username == null || password == null) {
            return error(
                    MALFORMED_REQUEST.because("username and password are needed."),
                    "invalid_request");
        }
        String scope = form.getOrDefault("scope", "");
        Set<Scope> asked = scope.isBlank() ? EnumSet.allOf(Scope.class) : Scope.parse(scope);
        if (asked == null) {
            return error(
                    INVALID_SCOPE.because(
                            "scope lists words of "
                                    + Scope.text(EnumSet.allOf(Scope.class))
                                    + ", separated by spaces."),
                    "invalid_scope");
        }
        rates.login(request);
        String name = AccountName.normal(username);
        if (name == null) {
            return password(null, password, asked, "");
        }
        rates.name(request, AccountName.key(name));
        return password(accounts.byName(name), password, asked, client(request));
    }

    private Answer password(
            @Nullable Account account, String password, Set<Scope> asked, String client) {
        Boolean right =
                passwords.matches(account == null ? null : account.passwordHash(), password);
        if (right == null) {
            return Answer.problem(
                    BUSY.because("Too many people log in just now.")
                            .withHeader("Retry-After", "2"));
        }
        if (account == null || !right) {
            return error(
                    INVALID_GRANT.because("The name or the password is wrong."), "invalid_grant");
        }
        if (account.suspension() != null) {
            return error(Authentication.suspended(account), "invalid_grant");
        }
        strengthen(account, password);
        Set<Scope> scopes = granted(account, asked);
        return scopes.isEmpty()
                ? error(
                        INVALID_SCOPE.because(account.name() + " is no administrator."),
                        "invalid_scope")
                : answer(sessions.open(account, scopes, client));
    }

    private void strengthen(Account account, String password) {
        String hash = passwords.renewed(account.passwordHash(), password);
        if (hash != null) {
            accounts.changePassword(account, hash);
        }
    }

    private static Set<Scope> granted(Account account, Set<Scope> asked) {
        var scopes = EnumSet.copyOf(asked);
        if (!account.administrator()) {
            scopes.remove(Scope.ADMIN);
        }
        return Collections.unmodifiableSet(scopes);
    }

    private Answer refresh(Map<String, String> form) {
        String token = form.get("refresh_token");
        if (token == null) {
            return error(MALFORMED_REQUEST.because("refresh_token is needed."), "invalid_request");
        }
        Granted granted = sessions.refresh(token);
        return granted == null
                ? error(
                        INVALID_GRANT.because(
                                "The refresh token has been used or has ended; log in again."),
                        "invalid_grant")
                : answer(granted);
    }

    private Answer answer(Granted granted) {
        var body = Json.object();
        body.put(
                "access_token",
                tokens.issue(granted.account().id(), granted.session(), granted.scopes()));
        body.put("token_type", "Bearer");
        body.put("expires_in", Tokens.LIFETIME.toSeconds());
        body.put("refresh_token", granted.refreshToken());
        body.put("scope", Scope.text(granted.scopes()));
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
