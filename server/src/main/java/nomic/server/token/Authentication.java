package nomic.server.token;

import static nomic.server.web.ProblemType.ACCOUNT_SUSPENDED;
import static nomic.server.web.ProblemType.INSUFFICIENT_SCOPE;
import static nomic.server.web.ProblemType.NOT_AUTHENTICATED;

import nomic.server.account.Account;
import nomic.server.rate.Rates;
import nomic.server.web.Problem;
import nomic.server.web.Request;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/** Who makes a request, and what the token that comes with it is good for. */
public final class Authentication {
    private static final String SCHEME = "bearer ";

    private final Tokens tokens;
    private final Sessions sessions;
    private final ApiTokens apiTokens;
    private final Rates rates;

    public Authentication(Tokens tokens, Sessions sessions, ApiTokens apiTokens, Rates rates) {
        this.rates = rates;
        this.tokens = tokens;
        this.sessions = sessions;
        this.apiTokens = apiTokens;
    }

    /**
     * The account whose token a request carries; rejects one without a token good for {@code
     * scope}.
     */
    public Account account(Request request, Scope scope) {
        return identity(request, scope).account();
    }

    /** Who makes a request; rejects one without a token that is good for {@code scope}. */
    public Identity identity(Request request, Scope scope) {
        Identity identity = identity(request);
        if (!identity.may(scope)) {
            throw lacks(scope).rejection();
        }
        return identity;
    }

    /** Who makes a request, whatever the token is good for; rejects one without a valid token. */
    public Identity identity(Request request) {
        return request.once(Identity.class, () -> found(request));
    }

    /** Looks the token up and counts the request. */
    private Identity found(Request request) {
        String header = request.header("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw problem("Send the header 'Authorization: Bearer <token>'.", "Bearer").rejection();
        }
        Identity identity = known(header.substring(SCHEME.length()).strip());
        if (identity == null) {
            throw invalid().rejection();
        }
        if (identity.account().suspension() != null) {
            throw suspended(identity.account()).rejection();
        }
        rates.account(request, identity.account().id().toString());
        return identity;
    }

    /** Whose token it is; null where the token is not valid or its account suspended. */
    public @Nullable Identity identity(String token) {
        Identity identity = known(token);
        return identity == null || identity.account().suspension() != null ? null : identity;
    }

    private @Nullable Identity known(String token) {
        return token.startsWith(ApiTokens.PREFIX) ? personal(token) : login(token);
    }

    private @Nullable Identity login(String token) {
        Tokens.Claims claims = tokens.read(token);
        Account account = claims == null ? null : sessions.account(claims.session());
        return claims == null || account == null || !account.id().equals(claims.account())
                ? null
                : new Identity(
                        account,
                        claims.scopes(),
                        Identity.Kind.LOGIN,
                        claims.session(),
                        claims.expires());
    }

    private @Nullable Identity personal(String text) {
        ApiToken token = apiTokens.byText(text);
        Set<Scope> scopes = token == null ? null : Scope.parse(token.scopes);
        return token == null || scopes == null
                ? null
                : new Identity(
                        token.account, scopes, Identity.Kind.PERSONAL, token.id, token.expires);
    }

    /** Whether what somebody was known by has not been ended since, though it may have expired. */
    public boolean stands(Identity identity) {
        Account account =
                switch (identity.kind()) {
                    case LOGIN -> sessions.account(identity.token());
                    case PERSONAL -> apiTokens.account(identity.token());
                };
        return account != null && account.suspension() == null;
    }

    /** A problem where somebody has sent too many frames. */
    public @Nullable Problem tooOften(Identity identity) {
        return rates.frame(identity.account().id().toString());
    }

    static Problem suspended(Account account) {
        return ACCOUNT_SUSPENDED
                .because("An administrator has suspended the account " + account.name() + ".")
                .with("reason", account.suspension());
    }

    public Problem invalid() {
        return problem(
                "The token has expired or is none of this server; get one at /api/v1/token.",
                "Bearer error=\"invalid_token\"");
    }

    private static Problem problem(String detail, String challenge) {
        return NOT_AUTHENTICATED.because(detail).withHeader("WWW-Authenticate", challenge);
    }

    /** The refusal of a token that is not good for something. */
    public static Problem lacks(Scope scope) {
        String detail =
                switch (scope) {
                    case GAME_READ, GAME_PLAY, GAME_MASTER ->
                            "The token lacks the scope " + scope.word() + "; make one that has it.";
                    case ADMIN -> "Only a token of an administrator with the scope admin can.";
                    case ACCOUNT -> "A personal token cannot change the account: log in.";
                };
        return INSUFFICIENT_SCOPE
                .because(detail)
                .with("scope", scope.word())
                .withHeader(
                        "WWW-Authenticate",
                        "Bearer error=\"insufficient_scope\", scope=\"" + scope.word() + "\"");
    }
}
