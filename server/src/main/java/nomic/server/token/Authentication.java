package nomic.server.token;

import static nomic.server.web.ProblemType.NOT_AUTHENTICATED;

import nomic.server.account.Account;
import nomic.server.account.Accounts;
import nomic.server.web.Problem;
import nomic.server.web.Request;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.UUID;

/** Who makes a request. */
public final class Authentication {
    private static final String SCHEME = "bearer ";

    private final Tokens tokens;
    private final Accounts accounts;

    public Authentication(Tokens tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    /** The account whose token a request carries; rejects a request without a valid one. */
    public Account account(Request request) {
        String header = request.header("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw problem("Send the header 'Authorization: Bearer <token>'.", "Bearer").rejection();
        }
        Account account = account(header.substring(SCHEME.length()).strip());
        if (account == null) {
            throw invalid().rejection();
        }
        return account;
    }

    /** The account of a token; null where the token is not valid. */
    public @Nullable Account account(String token) {
        UUID id = tokens.account(token);
        return id == null ? null : accounts.byId(id);
    }

    public Problem invalid() {
        return problem(
                "The token has expired or is none of this server; get one at /api/v1/token.",
                "Bearer error=\"invalid_token\"");
    }

    private static Problem problem(String detail, String challenge) {
        return NOT_AUTHENTICATED.because(detail).withHeader("WWW-Authenticate", challenge);
    }
}
