package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.rate.RateLimits;
import nomic.server.rate.RatePolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The clock stands still unless a test moves it. */
final class RatesIT {
    private static final String LOGIN = "grant_type=password&password=wrong&username=";

    @TempDir Path data;

    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private Server server(RatePolicy policy, int perMinute) {
        return server(Map.of(policy, perMinute), false);
    }

    private Server server(Map<RatePolicy, Integer> rates, boolean behindProxy) {
        return Server.start(
                Settings.local(data)
                        .withAccess(new Access(new RateLimits(rates), behindProxy, null, Set.of())),
                () -> now);
    }

    @Test
    void an_address_that_asks_too_often_has_to_wait() {
        try (Server server = server(RatePolicy.ADDRESS, 3)) {
            var api = new Api(server.uri());
            Reply first = api.get("/api/v1/rulesets");
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.header("RateLimit-Policy")).isEqualTo("\"address\";q=3;w=60");
            assertThat(first.header("RateLimit")).isEqualTo("\"address\";r=2;t=20");
            api.get("/api/v1/rulesets").expect(200);
            assertThat(api.method("PUT", "/api/v1/rulesets").header("RateLimit"))
                    .isEqualTo("\"address\";r=0;t=60");

            Reply refused = api.get("/api/v1/rulesets");

            refused.problem(429, "rate-limited");
            assertThat(refused.header("Retry-After")).isEqualTo("20");
            assertThat(refused.header("RateLimit")).startsWith("\"address\";r=0;");
            now = now.plusSeconds(19);
            api.get("/api/v1/rulesets").problem(429, "rate-limited");
            now = now.plusSeconds(1);
            api.get("/api/v1/rulesets").expect(200);
            api.get("/api/v1/rulesets").problem(429, "rate-limited");
        }
    }

    @Test
    void each_account_has_a_rate_of_its_own() {
        try (Server server = server(RatePolicy.ACCOUNT, 2)) {
            var api = new Api(server.uri());
            Person ann = api.person("ann");
            Person bob = api.person("bob");
            Reply first = ann.get("/api/v1/me");
            assertThat(first.header("RateLimit")).isEqualTo("\"account\";r=1;t=30");
            api.login("ann").get("/api/v1/me").expect(200);

            ann.get("/api/v1/me").problem(429, "rate-limited");

            bob.get("/api/v1/me").expect(200);
            api.get("/api/v1/games").expect(200);
        }
    }

    @Test
    void an_account_says_only_so_much_in_a_minute() {
        try (Server server = server(RatePolicy.TALK, 2)) {
            var api = new Api(server.uri());
            Person ann = api.person("ann");
            Person bob = api.person("bob");
            String messages = ann.createsGame("suber") + "/messages";
            ann.post(messages, "{\"text\": \"1\"}").expect(201);
            ann.post(messages, "{\"text\": \"2\"}").expect(201);
            ann.post(messages, "{\"text\": \"3\"}").problem(429, "rate-limited");
            ann.get(messages).expect(200);
            bob.post(bob.createsGame("suber") + "/messages", "{\"text\": \"1\"}").expect(201);
            now = now.plusSeconds(30);
            ann.post(messages, "{\"text\": \"3\"}").expect(201);
        }
    }

    @Test
    void passwords_are_not_guessed_in_a_hurry() {
        try (Server server = server(Map.of(RatePolicy.NAME, 2), false)) {
            var api = new Api(server.uri());
            api.post("/api/v1/accounts", "{\"name\": \"ann\", \"password\": \"secret of ann\"}");
            api.form("/api/v1/token", LOGIN + "ann").problem(400, "invalid-grant");
            api.form("/api/v1/token", LOGIN + "ANN").problem(400, "invalid-grant");
            api.form("/api/v1/token", LOGIN + "ann").problem(429, "rate-limited");
            api.form("/api/v1/token", LOGIN + "bob").problem(400, "invalid-grant");
            api.form("/api/v1/token", LOGIN + "bob").problem(400, "invalid-grant");
            api.form("/api/v1/token", LOGIN + "bob").problem(429, "rate-limited");
            now = now.plusSeconds(30);
            api.login("ann").get("/api/v1/me").expect(200);
        }
    }

    @Test
    void an_address_does_not_open_accounts_by_the_hundred() {
        try (Server server = server(RatePolicy.LOGIN, 1)) {
            var api = new Api(server.uri());
            String body = "{\"name\": \"%s\", \"password\": \"correct horse\"}";
            api.post("/api/v1/accounts", body.formatted("ann")).expect(201);
            api.post("/api/v1/accounts", body.formatted("bob")).problem(429, "rate-limited");
            api.form("/api/v1/token", LOGIN + "ann").problem(429, "rate-limited");
            api.get("/api/v1/games").expect(200);
        }
    }

    @Test
    void behind_a_proxy_the_last_address_that_it_names_counts() {
        try (Server server = server(Map.of(RatePolicy.ADDRESS, 1), true)) {
            var api = new Api(server.uri());
            assertThat(from(api, "192.0.2.1").status()).isEqualTo(200);
            assertThat(from(api, "192.0.2.2").status()).isEqualTo(200);
            assertThat(from(api, "192.0.2.3, 192.0.2.1").status()).isEqualTo(429);
            assertThat(from(api, "2001:db8::1").status()).isEqualTo(200);
            assertThat(from(api, "2001:db8::2").status()).isEqualTo(429);
            assertThat(from(api, "2001:db8:0:1::2").status()).isEqualTo(200);
            assertThat(from(api, "somewhere").status()).isEqualTo(200);
        }
        try (Server server = server(RatePolicy.ADDRESS, 1)) {
            var api = new Api(server.uri());
            assertThat(from(api, "192.0.2.1").status()).isEqualTo(200);
            assertThat(from(api, "192.0.2.2").status()).isEqualTo(429);
        }
    }

    private static Reply from(Api api, String address) {
        return Api.send(api.request("/api/v1/rulesets").header("X-Forwarded-For", address).GET());
    }

    @Test
    void a_game_master_releases_one_game_in_a_minute() {
        try (Server server = server(RatePolicy.RELEASE, 1)) {
            Person ann = new Api(server.uri()).person("ann");
            String release = ann.createsGame("empty") + "/release";

            ann.post(release, "").problem(409, "not-in-quarantine");
            ann.post(release, "").problem(429, "rate-limited");
        }
    }
}
