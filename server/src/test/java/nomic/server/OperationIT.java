package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.helidon.logging.common.LogConfig;

import nomic.server.Operation.Management;
import nomic.server.logging.JsonLines;
import nomic.server.logging.Log;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What operators see of a server, and how it ends. */
final class OperationIT {
    @TempDir static Path data;

    private static Server server;
    private static Api api;
    private static Api management;

    private static Server start(Path folder) {
        return Server.start(
                Settings.local(folder)
                        .withOperation(
                                new Operation(
                                        new Management("127.0.0.1", 0), Duration.ofSeconds(5))));
    }

    @BeforeAll
    static void start() {
        LogConfig.configureRuntime();
        server = start(data);
        api = new Api(server.uri());
        management = managementOf(server);
    }

    private static Api managementOf(Server server) {
        return new Api(URI.create("http://127.0.0.1:" + server.managementPort()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static double number(Api from, String beginning) {
        return from.get("/metrics")
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static double number(String beginning) {
        return number(management, beginning);
    }

    /** Keeps the lines of the log of a thread that does something, as JSON. */
    private static List<JsonNode> linesOf(String request, Runnable work, int wanted)
            throws InterruptedException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        var formatter = new JsonLines();
        var handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord record) {
                        String line = formatter.format(record);
                        if (line.contains(request)) {
                            lines.add(line);
                        }
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        Log.configure(false, true);
        try {
            work.run();
            var read = new ArrayList<JsonNode>();
            while (read.size() < wanted) {
                String line = lines.poll(60, TimeUnit.SECONDS);
                assertThat(line).as("line %d with %s", read.size() + 1, request).isNotNull();
                assertThat(line).endsWith("\n").containsOnlyOnce("\n");
                read.add(Reply.json(line));
            }
            return read;
        } finally {
            Log.configure(false, false);
            root.removeHandler(handler);
        }
    }

    @Test
    void strangers_learn_whether_it_is_ready_and_operators_why() {
        Reply live = api.get("/health/live");
        assertThat(live.expect(200).toString()).isEqualTo("{\"status\":\"up\"}");
        assertThat(api.get("/health/ready").expect(200).toString())
                .isEqualTo("{\"status\":\"up\"}");

        JsonNode checks = management.get("/health/ready").expect(200).path("checks");
        assertThat(checks.findValuesAsText("name")).containsExactly("database", "workers");
        assertThat(checks.findValuesAsText("status")).containsExactly("up", "up");
    }

    @Test
    void strangers_get_no_metrics() {
        assertThat(api.get("/metrics").status()).isEqualTo(404);
        assertThat(management.get("/openapi.yaml.none").status()).isEqualTo(404);
    }

    @Test
    void metrics_count_what_is_played() {
        Person ann = api.person("ann");
        Person bob = api.person("bob");
        double moves = number("nomic_moves_total{");
        double checks = number("nomic_check_seconds_count");
        double appends = number("nomic_append_seconds_count");
        double refused = number("nomic_moves_total{command=\"CastBallot\",outcome=\"refused\"");
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        ann.starts(game).expect(200);
        double firings = number("nomic_rule_firings_total");
        double fuel = number("nomic_rule_fuel_total");
        int rule = ann.proposes(game, "Gifts", Codes.GIFTS).expect(201).path("number").asInt();
        ann.votes(game, rule, "for").expect(200);
        bob.votes(game, rule, "for").expect(200);
        assertThat(bob.votes(game, rule, "for").status()).isEqualTo(409);

        assertThat(number("nomic_moves_total{") - moves).isGreaterThanOrEqualTo(7);
        assertThat(number("nomic_append_seconds_count") - appends).isGreaterThanOrEqualTo(7);
        assertThat(number("nomic_moves_total{command=\"CastBallot\",outcome=\"refused\""))
                .isGreaterThanOrEqualTo(refused);
        assertThat(number("nomic_rule_firings_total")).isGreaterThan(firings);
        assertThat(number("nomic_rule_fuel_total")).isGreaterThan(fuel);
        assertThat(number("nomic_games_in_memory")).isPositive();
        assertThat(number("nomic_games_quarantined")).isZero();
        assertThat(number("nomic_queue_length")).isZero();
        assertThat(number("jvm_memory_used_bytes{")).isPositive();
        api.post("/api/v1/check", "{\"code\": \"rule\"}");
        assertThat(number("nomic_check_seconds_count")).isGreaterThan(checks);
    }

    @Test
    void metrics_count_open_sockets() {
        double before = number("nomic_sockets");
        try (LiveClient client = LiveClient.connect(api.person("carl"))) {
            assertThat(client.closed()).isNotDone();
            assertThat(number("nomic_sockets")).isEqualTo(before + 1);
        }
    }

    @Test
    void a_request_keeps_the_id_that_it_brings_if_that_can_be_one() {
        assertThat(withId("proxy-1.a_B").header("X-Request-Id")).isEqualTo("proxy-1.a_B");
        for (String wrong : List.of("a b", "x".repeat(65), "{\"level\":1}")) {
            assertThat(withId(wrong).header("X-Request-Id"))
                    .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }
    }

    private static Reply withId(String id) {
        return Api.send(api.request("/").header("X-Request-Id", id).GET());
    }

    @Test
    void the_lines_of_a_request_carry_its_id_and_game_and_no_secret() throws Exception {
        Person dora = api.person("dora");
        String game = dora.createsGame("blank");

        List<JsonNode> lines =
                linesOf(
                        "trace-42",
                        () -> {
                            Api.send(
                                    api.formRequest(
                                                    "/api/v1/token",
                                                    "grant_type=password&username=dora&password="
                                                            + Api.encoded("secret of dora"))
                                            .header("X-Request-Id", "trace-42"));
                            Api.send(
                                    api.request(game)
                                            .header("Authorization", "Bearer " + dora.token())
                                            .header("X-Request-Id", "trace-42")
                                            .GET());
                        },
                        2);

        assertThat(lines)
                .allSatisfy(
                        line -> {
                            assertThat(line.path("request").asText()).isEqualTo("trace-42");
                            assertThat(line.path("level").asText()).isEqualTo("INFO");
                            assertThat(line.path("time").asText()).matches("\\d{4}-.*Z");
                            assertThat(line.toString())
                                    .doesNotContain("secret of dora", dora.token(), "dora");
                        });
        assertThat(lines.get(0).path("message").asText()).startsWith("POST /api/v1/token 200 ");
        assertThat(lines.get(0).has("game")).isFalse();
        assertThat(lines.get(1).path("message").asText()).startsWith("GET /api/v1/games/{id} 200 ");
        assertThat(game).endsWith(lines.get(1).path("game").asText());
    }

    @Test
    void what_is_under_way_is_finished_and_sockets_are_told(@TempDir Path folder) throws Exception {
        String path;
        try (Server ending = start(folder)) {
            var there = new Api(ending.uri());
            Person eve = there.person("eve");
            LiveClient socket = LiveClient.connect(eve);
            double moves = number(managementOf(ending), "nomic_games_in_memory");
            CompletableFuture<HttpResponse<String>> created =
                    Api.HTTP.sendAsync(
                            there.json(
                                            "/api/v1/games",
                                            "{\"name\": \"Late\", \"ruleset\": \"suber\"}")
                                    .header("Authorization", "Bearer " + eve.token())
                                    .build(),
                            BodyHandlers.ofString());
            while (number(managementOf(ending), "nomic_games_in_memory") == moves) {
                Thread.onSpinWait();
            }

            ending.close();

            assertThat(socket.closed().get(60, TimeUnit.SECONDS)).isEqualTo(1001);
            assertThat(created.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
            path = "/api/v1/games/" + Reply.json(created.get().body()).path("id").asText();
        }
        try (Server again = start(folder)) {
            assertThat(new Api(again.uri()).get(path).expect(200).path("name").asText())
                    .isEqualTo("Late");
        }
    }
}
