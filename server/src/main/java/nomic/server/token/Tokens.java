package nomic.server.token;

import io.helidon.common.Errors;
import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.JwtException;
import io.helidon.security.jwt.JwtValidator;
import io.helidon.security.jwt.SignedJwt;
import io.helidon.security.jwt.jwk.JwkRSA;

import jakarta.json.JsonException;
import jakarta.json.JsonString;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/** Issues and checks access tokens: JWT signed with RS256, for one log-in and a short time. */
public final class Tokens {
    static final Duration LIFETIME = Duration.ofMinutes(15);
    static final String ISSUER = "nomic";
    static final String AUDIENCE = "nomic-api";
    private static final String SESSION = "sid";
    private static final String SCOPES = "scope";

    private final SigningKeys keys;
    private final InstantSource clock;

    public Tokens(SigningKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What an access token says. */
    record Claims(UUID account, UUID session, Set<Scope> scopes, Instant issued, Instant expires) {}

    String issue(UUID account, UUID session, Set<Scope> scopes) {
        Instant now = clock.instant();
        JwkRSA key = keys.signing();
        Jwt jwt =
                Jwt.builder()
                        .algorithm(key.algorithm())
                        .keyId(key.keyId())
                        .issuer(ISSUER)
                        .addAudience(AUDIENCE)
                        .subject(account.toString())
                        .jwtId(UUID.randomUUID().toString())
                        .issueTime(now)
                        .expirationTime(now.plus(LIFETIME))
                        .addPayloadClaim(SESSION, session.toString())
                        .addPayloadClaim(SCOPES, Scope.text(scopes))
                        .build();
        return SignedJwt.sign(jwt, key).tokenContent();
    }

    /** What a valid token says; null for any other text. */
    @Nullable Claims read(String token) {
        try {
            SignedJwt signed = SignedJwt.parseToken(token);
            if (!signed.verifySignature(keys.good()).isValid()) {
                return null;
            }
            Jwt jwt = signed.getJwt();
            return validator().validate(jwt).isValid() ? claims(jwt) : null;
        } catch (JwtException
                | JsonException
                | Errors.ErrorMessagesException
                | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Claims claims(Jwt jwt) {
        String account = jwt.subject().orElse(null);
        String session = text(jwt, SESSION);
        String words = text(jwt, SCOPES);
        Instant issued = jwt.issueTime().orElse(null);
        Instant expires = jwt.expirationTime().orElse(null);
        Set<Scope> scopes = words == null ? null : Scope.parse(words);
        if (account == null
                || session == null
                || scopes == null
                || issued == null
                || expires == null) {
            return null;
        }
        return new Claims(
                UUID.fromString(account), UUID.fromString(session), scopes, issued, expires);
    }

    private static @Nullable String text(Jwt jwt, String claim) {
        return jwt.payloadClaim(claim).orElse(null) instanceof JsonString text
                ? text.getString()
                : null;
    }

    private JwtValidator validator() {
        Instant now = clock.instant();
        return JwtValidator.builder()
                .addExpirationValidator(
                        expiration ->
                                expiration.now(now).allowedTimeSkew(Duration.ZERO).mandatory(true))
                .addIssuerValidator(ISSUER)
                .addAudienceValidator(AUDIENCE)
                .addCriticalValidator()
                .build();
    }
}
