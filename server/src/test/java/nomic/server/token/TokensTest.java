package nomic.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.SignedJwt;
import io.helidon.security.jwt.jwk.Jwk;
import io.helidon.security.jwt.jwk.JwkOctet;
import io.helidon.security.jwt.jwk.JwkRSA;

import jakarta.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

final class TokensTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ANN = new UUID(1, 2);
    private static final UUID LOGIN = new UUID(3, 4);
    private static final Set<Scope> PLAY = Set.of(Scope.GAME_PLAY);

    @TempDir Path folder;
    @TempDir Path elsewhere;

    private Instant now = NOON;
    private SigningKeys keys;
    private Tokens tokens;

    @BeforeEach
    void start() {
        keys = new SigningKeys(folder, () -> now);
        tokens = new Tokens(keys, () -> now);
    }

    /** A token that lacks nothing, but for what is changed. */
    private static Jwt.Builder whole(Jwk key) {
        return Jwt.builder()
                .algorithm(key.algorithm())
                .keyId(key.keyId())
                .issuer(Tokens.ISSUER)
                .addAudience(Tokens.AUDIENCE)
                .subject(ANN.toString())
                .issueTime(NOON)
                .expirationTime(NOON.plusSeconds(60))
                .addPayloadClaim("sid", LOGIN.toString())
                .addPayloadClaim("scope", "game:play");
    }

    private String signed(UnaryOperator<Jwt.Builder> change) {
        JwkRSA key = keys.signing();
        return SignedJwt.sign(change.apply(whole(key)).build(), key).tokenContent();
    }

    @Test
    void a_token_says_whose_it_is_and_what_it_is_good_for() {
        Tokens.Claims claims = requireNonNull(tokens.read(tokens.issue(ANN, LOGIN, PLAY)));

        assertThat(claims.account()).isEqualTo(ANN);
        assertThat(claims.session()).isEqualTo(LOGIN);
        assertThat(claims.scopes()).isEqualTo(PLAY);
        assertThat(claims.issued()).isEqualTo(NOON);
        assertThat(claims.expires()).isEqualTo(NOON.plus(Tokens.LIFETIME));
        assertThat(tokens.read(signed(jwt -> jwt))).isNotNull();
    }

    @Test
    void an_expired_token_is_refused_to_the_second() {
        String token = tokens.issue(ANN, LOGIN, PLAY);

        now = NOON.plus(Tokens.LIFETIME).minusSeconds(1);
        assertThat(tokens.read(token)).isNotNull();
        now = NOON.plus(Tokens.LIFETIME).plusSeconds(1);
        assertThat(tokens.read(token)).isNull();
    }

    @Test
    void a_token_without_an_end_is_refused() {
        JwkRSA key = keys.signing();
        Jwt endless =
                Jwt.builder()
                        .algorithm(key.algorithm())
                        .keyId(key.keyId())
                        .issuer(Tokens.ISSUER)
                        .addAudience(Tokens.AUDIENCE)
                        .subject(ANN.toString())
                        .issueTime(NOON)
                        .addPayloadClaim("sid", LOGIN.toString())
                        .addPayloadClaim("scope", "game:play")
                        .build();

        assertThat(tokens.read(SignedJwt.sign(endless, key).tokenContent())).isNull();
    }

    @Test
    void a_token_for_another_audience_or_of_another_issuer_is_refused() {
        assertThat(tokens.read(signed(jwt -> jwt.audience(List.of("shop"))))).isNull();
        assertThat(tokens.read(signed(jwt -> jwt.audience(List.of())))).isNull();
        assertThat(tokens.read(signed(jwt -> jwt.issuer("somebody")))).isNull();
    }

    @Test
    void a_token_of_no_log_in_or_without_known_scopes_is_refused() {
        assertThat(tokens.read(signed(jwt -> jwt.addPayloadClaim("sid", "x")))).isNull();
        assertThat(tokens.read(signed(jwt -> jwt.addPayloadClaim("scope", "all")))).isNull();
        assertThat(tokens.read(signed(jwt -> jwt.addPayloadClaim("scope", "")))).isNull();
        assertThat(tokens.read(signed(jwt -> jwt.subject("ann")))).isNull();
    }

    @Test
    void a_token_without_signature_is_refused() {
        String none =
                SignedJwt.sign(whole(Jwk.NONE_JWK).algorithm("none").build(), Jwk.NONE_JWK)
                        .tokenContent();
        String[] parts = signed(jwt -> jwt).split("\\.");

        assertThat(tokens.read(none)).isNull();
        assertThat(tokens.read(parts[0] + "." + parts[1] + ".")).isNull();
        assertThat(tokens.read(encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".")).isNull();
        String named = "{\"alg\":\"none\",\"kid\":\"" + keys.signing().keyId() + "\"}";
        assertThat(tokens.read(encoded(named) + "." + parts[1] + ".")).isNull();
    }

    @Test
    void a_token_of_another_key_is_refused_even_under_the_id_of_ours() {
        JwkRSA theirs = new SigningKeys(elsewhere, () -> now).signing();
        String own = SignedJwt.sign(whole(theirs).build(), theirs).tokenContent();
        Jwt posing = whole(theirs).keyId(keys.signing().keyId()).build();

        assertThat(tokens.read(own)).isNull();
        assertThat(tokens.read(SignedJwt.sign(posing, theirs).tokenContent())).isNull();
    }

    @Test
    void the_public_key_is_no_secret_to_sign_with() {
        byte[] open = keys.signing().publicKey().getEncoded();
        JwkOctet secret =
                JwkOctet.create(
                        Json.createObjectBuilder()
                                .add("kty", "oct")
                                .add("kid", keys.signing().keyId())
                                .add("alg", JwkOctet.ALG_HS256)
                                .add("k", Base64.getUrlEncoder().encodeToString(open))
                                .build());

        assertThat(tokens.read(SignedJwt.sign(whole(secret).build(), secret).tokenContent()))
                .isNull();
    }

    @Test
    void a_changed_token_is_refused() {
        String[] parts = tokens.issue(ANN, LOGIN, PLAY).split("\\.");
        String payload =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String admin = encoded(payload.replace("game:play", "admin"));

        assertThat(tokens.read(parts[0] + "." + admin + "." + parts[2])).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "a.b.c",
                "e30.e30.e30",
                "W10.W10.W10",
                "bnVsbA.bnVsbA.",
                "..",
                "é.é.é"
            })
    void what_is_no_token_is_refused(String text) {
        assertThat(tokens.read(text)).isNull();
    }

    @Test
    void a_change_of_keys_leaves_tokens_good_until_they_expire() {
        String before = tokens.issue(ANN, LOGIN, PLAY);
        String oldKey = keys.signing().keyId();
        keys.rotate();

        assertThat(keys.signing().keyId()).isNotEqualTo(oldKey);
        assertThat(tokens.read(before)).isNotNull();
        assertThat(tokens.read(tokens.issue(ANN, LOGIN, PLAY))).isNotNull();
        assertThat(keys.published().findValuesAsText("kid")).hasSize(2).contains(oldKey);
        SigningKeys restarted = new SigningKeys(folder, () -> now);
        assertThat(new Tokens(restarted, () -> now).read(before)).isNotNull();
        assertThat(restarted.signing().keyId()).isEqualTo(keys.signing().keyId());

        now = NOON.plus(Tokens.LIFETIME).plusSeconds(1);
        assertThat(keys.published().findValuesAsText("kid"))
                .containsExactly(keys.signing().keyId());
        assertThat(new SigningKeys(folder, () -> now).good().keys()).hasSize(1);
    }

    @Test
    void a_key_that_is_too_old_is_replaced() {
        String first = keys.signing().keyId();

        now = NOON.plus(SigningKeys.AGE).plus(Duration.ofSeconds(1));

        assertThat(keys.signing().keyId()).isNotEqualTo(first);
    }

    @Test
    void only_the_owner_reads_a_key_and_only_its_public_part_is_published() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(keys.published().path("keys").path(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("kty", "kid", "use", "alg", "n", "e");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
