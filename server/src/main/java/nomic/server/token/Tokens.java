package nomic.server.token;

import io.helidon.common.Errors;
import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.JwtException;
import io.helidon.security.jwt.JwtValidator;
import io.helidon.security.jwt.SignedJwt;
import io.helidon.security.jwt.jwk.JwkKeys;
import io.helidon.security.jwt.jwk.JwkRSA;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Issues and checks access tokens: JWT signed with RS256, for one account and a limited time. */
public final class Tokens {
    static final Duration LIFETIME = Duration.ofHours(12);
    private static final String ISSUER = "nomic";
    private static final String AUDIENCE = "nomic-api";

    private final JwkRSA key;
    private final JwkKeys keys;
    private final InstantSource clock;

    public Tokens(JwkRSA key, InstantSource clock) {
        this.key = key;
        this.keys = JwkKeys.builder().addKey(key).build();
        this.clock = clock;
    }

    String issue(UUID account) {
        Instant now = clock.instant();
        Jwt jwt =
                Jwt.builder()
                        .algorithm(key.algorithm())
                        .keyId(key.keyId())
                        .issuer(ISSUER)
                        .addAudience(AUDIENCE)
                        .subject(account.toString())
                        .issueTime(now)
                        .expirationTime(now.plus(LIFETIME))
                        .build();
        return SignedJwt.sign(jwt, keys).tokenContent();
    }

    /** The account of a valid token; null for any other text. */
    @Nullable UUID account(String token) {
        try {
            SignedJwt signed = SignedJwt.parseToken(token);
            if (!signed.verifySignature(keys).isValid()
                    || !validator().validate(signed.getJwt()).isValid()) {
                return null;
            }
            String subject = signed.getJwt().subject().orElse(null);
            return subject == null ? null : UUID.fromString(subject);
        } catch (JwtException | Errors.ErrorMessagesException | IllegalArgumentException e) {
            return null;
        }
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
