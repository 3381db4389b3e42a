package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.rate.RateLimits;
import nomic.server.rate.RatePolicy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

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

    @Test
    void frames_count_whatever_they_say() {
        try (Server server =
                server(Map.of(RatePolicy.ADDRESS, 100, RatePolicy.ACCOUNT, 3), false)) {
            var api = new Api(server.uri());
            Person ann = api.person("ann");
            String game = LiveClient.id(ann.createsGame("empty"));
            try (LiveClient client = LiveClient.connect(ann)) {
                String frame =
                        "{\"type\": \"subscribe\", \"id\": \"%s\", \"game\": \"" + game + "\"}";
                assertThat(client.send(frame.formatted("1")).reply("1").path("ok").asBoolean())
                        .isTrue();
                assertThat(client.send(frame.formatted("2")).reply("2").path("ok").asBoolean())
                        .isTrue();
                assertThat(
                                client.send(frame.formatted("3"))
                                        .reply("3")
                                        .at("/problem/type")
                                        .asText())
                        .isEqualTo("/problems/rate-limited");
            }
        }
    }

    @Test
    void sockets_and_frames_without_a_token_count_of_their_address() {
        try (Server server = server(RatePolicy.ADDRESS, 3)) {
            var api = new Api(server.uri());
            try (LiveClient client = LiveClient.connect(api)) {
                String frame = "{\"type\": \"authenticate\", \"id\": \"%s\", \"token\": \"none\"}";
                assertThat(
                                client.send(frame.formatted("1"))
                                        .reply("1")
                                        .at("/problem/type")
                                        .asText())
                        .isEqualTo("/problems/not-authenticated");
                client.send(frame.formatted("2")).reply("2");
                assertThat(
                                client.send(frame.formatted("3"))
                                        .reply("3")
                                        .at("/problem/type")
                                        .asText())
                        .isEqualTo("/problems/rate-limited");
            }
            api.get("/api/v1/rulesets").problem(429, "rate-limited");
        }
    }

    @Test
    void nobody_takes_all_sockets() throws Exception {
        try (Server server = server(RatePolicy.SOCKET, 2)) {
            var api = new Api(server.uri());
            Person ann = api.person("ann");
            try (LiveClient first = LiveClient.connect(ann);
                    LiveClient second = LiveClient.connect(api)) {
                second.send(
                        "{\"type\": \"authenticate\", \"id\": \"1\", \"token\": \"%s\"}"
                                .formatted(ann.token()));
                assertThat(second.reply("1").at("/problem/type").asText())
                        .isEqualTo("/problems/rate-limited");
                try (LiveClient third = LiveClient.connect(api)) {
                    assertThat(third.next().at("/problem/type").asText())
                            .isEqualTo("/problems/rate-limited");
                    assertThat(third.closed().get(30, TimeUnit.SECONDS)).isEqualTo(1013);
                }
                assertThat(first.closed()).isNotDone();
            }
            LiveClient again = connected(api);
            again.close();
        }
    }

    /** A connection, as soon as the server has noticed that others have ended. */
    private static LiveClient connected(Api api) {
        String game = "5d0289b3-abc7-82f7-b31e-fe02ac3ae13f";
        while (true) {
            LiveClient client = LiveClient.connect(api);
            try {
                client.send(
                        "{\"type\": \"unsubscribe\", \"id\": \"1\", \"game\": \"%s\"}"
                                .formatted(game));
                if (client.next().path("ok").asBoolean()) {
                    return client;
                }
            } catch (CompletionException e) {
                // the server has closed it before the frame was sent
            }
            client.close();
        }
    }

    @Test
    void nobody_takes_all_streams() throws Exception {
        try (Server server = server(RatePolicy.STREAM, 2)) {
            var api = new Api(server.uri());
            Person ann = api.person("ann");
            String stream = ann.createsGame("empty") + "/stream";
            try (var first = opened(ann, stream)) {
                assertThat(first.read()).isPositive();
                ann.get(stream).problem(429, "rate-limited");
                try (var second = opened(api.request(stream))) {
                    assertThat(second.read()).isPositive();
                    Reply refused = api.get(stream);
                    refused.problem(429, "rate-limited");
                    assertThat(refused.header("Retry-After")).isEqualTo("10");
                }
            }
        }
    }

    private static InputStream opened(Person person, String path) throws Exception {
        return opened(
                person.api().request(path).header("Authorization", "Bearer " + person.token()));
    }

    private static InputStream opened(HttpRequest.Builder request) throws Exception {
        return Api.HTTP.send(request.GET().build(), BodyHandlers.ofInputStream()).body();
    }
}
