package nomic.server.token;

import static nomic.server.web.ProblemType.MALFORMED_REQUEST;

import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.server.account.Account;
import nomic.server.web.Answer;
import nomic.server.web.Json;
import nomic.server.web.Request;
import nomic.server.web.Route;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be done with a token that one has: revoke it (RFC 7009), ask what it is (RFC 7662), and
 * check its signature by the published keys (RFC 7517).
 */
public final class TokenCareRoutes {
    private static final String KEYS = "application/jwk-set+json";
    private static final int KEYS_STAY = 300;

    private final Authentication authentication;
    private final Tokens tokens;
    private final Sessions sessions;
    private final ApiTokens apiTokens;
    private final SigningKeys keys;

    public TokenCareRoutes(
            Authentication authentication,
            Tokens tokens,
            Sessions sessions,
            ApiTokens apiTokens,
            SigningKeys keys) {
        this.authentication = authentication;
        this.tokens = tokens;
        this.sessions = sessions;
        this.apiTokens = apiTokens;
        this.keys = keys;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/token/revoke", this::revoke),
                Route.post("/api/v1/token/introspect", this::introspect),
                Route.get("/.well-known/jwks.json", this::keys).as(KEYS, Answer.JSON));
    }

    /** A token of any kind, with those that it belongs to. */
    private record Known(Identity identity, String kind, @Nullable Instant issued) {}

    private @Nullable Known find(String token) {
        if (token.startsWith(Sessions.PREFIX)) {
            LoginSession session = sessions.byRefreshToken(token);
            Set<Scope> scopes = session == null ? null : Scope.parse(session.scopes);
            return session == null || scopes == null
                    ? null
                    : new Known(
                            new Identity(
                                    session.account,
                                    scopes,
                                    Identity.Kind.LOGIN,
                                    session.id,
                                    session.expires),
                            "refresh_token",
                            session.used);
        }
        Identity identity = authentication.identity(token);
        Tokens.Claims claims = tokens.read(token);
        return identity == null
                ? null
                : new Known(identity, "access_token", claims == null ? null : claims.issued());
    }

    private static String token(Request request) {
        String token = request.form().get("token");
        if (token == null || token.isEmpty()) {
            throw MALFORMED_REQUEST.because("token is needed.").rejection();
        }
        return token;
    }

    /** Who has a token may end it; a token that is none has ended already. */
    private Answer revoke(Request request) {
        Known known = find(token(request));
        if (known != null) {
            end(known.identity());
        }
        return new Answer(200, "", new byte[0], Map.of("Cache-Control", "no-store"));
    }

    private void end(Identity identity) {
        boolean _ =
                switch (identity.kind()) {
                    case LOGIN -> sessions.end(identity.account().id(), identity.token());
                    case PERSONAL -> apiTokens.end(identity.account().id(), identity.token());
                };
    }

    /** Tells of one's own tokens, and an administrator of all; others are as if they were none. */
    private Answer introspect(Request request) {
        Identity asking = authentication.identity(request);
        Known known = find(token(request));
        boolean visible =
                known != null
                        && (asking.may(Scope.ADMIN)
                                || asking.account().id().equals(known.identity().account().id()));
        ObjectNode body = known != null && visible ? described(known) : inactive();
        return new Answer(200, Answer.JSON, Json.bytes(body), Map.of("Cache-Control", "no-store"));
    }

    private static ObjectNode inactive() {
        return Json.object().put("active", false);
    }

    private static ObjectNode described(Known known) {
        Identity identity = known.identity();
        Account account = identity.account();
        ObjectNode body = Json.object().put("active", true);
        body.put("scope", Scope.text(identity.scopes()));
        body.put("username", account.name());
        body.put("token_type", known.kind());
        body.put("exp", identity.expires().getEpochSecond());
        if (known.issued() != null) {
            body.put("iat", known.issued().getEpochSecond());
        }
        body.put("sub", account.id().toString());
        body.put("aud", Tokens.AUDIENCE);
        return body.put("iss", Tokens.ISSUER);
    }

    private Answer keys(Request request) {
        return new Answer(
                200,
                request.best(KEYS, Answer.JSON),
                Json.bytes(keys.published()),
                Map.of("Cache-Control", "public, max-age=" + KEYS_STAY));
    }
}
