package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.Method;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Walks through the table in docs/authorization.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuthorizationIT {
    private static final String GAME = "/api/v1/games/{id}";
    private static final Map<String, String> BODIES =
            Map.ofEntries(
                    Map.entry("/proposals", Person.proposal("A custom", "")),
                    Map.entry("/preview", Person.proposal("A custom", "")),
                    Map.entry("/proposals/{number}/ballots", "{\"choice\": \"for\"}"),
                    Map.entry("/proposals/{number}/revisions", "{\"prose\": \"So.\"}"),
                    Map.entry("/cases", "{\"statement\": \"It is so.\"}"),
                    Map.entry(
                            "/cases/{number}/judgments",
                            "{\"answer\": \"true\", \"reasons\": \"So.\"}"),
                    Map.entry("/why-not", "{\"type\": \"end-turn\"}"),
                    Map.entry("/orders", "{\"order\": \"resume\"}"),
                    Map.entry("/door", "{}"),
                    Map.entry("/guests", "{\"player\": \"nobody\"}"),
                    Map.entry("/messages", "{\"text\": \"Hello.\"}"),
                    Map.entry("/mutes", "{\"player\": \"nobody\", \"reason\": \"x\"}"),
                    Map.entry("/talk", "{}"),
                    Map.entry("/accept", "{\"key\": \"none\"}"),
                    Map.entry("/bots", "{\"kind\": \"random\"}"));

    /** One line of the table. */
    record Row(String method, String path, List<String> answers) {
        private static Row of(String line) {
            List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            String[] route = cells.get(1).replace("`", "").split(" ", 2);
            return new Row(
                    route[0], route.length == 1 ? "" : route[1], cells.subList(2, cells.size()));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Server server;
    private Api stranger;
    private Person account;
    private Person player;
    private Person master;
    private Person reader;
    private String open;
    private String hidden;

    @BeforeAll
    void play(@TempDir Path data) {
        server = Server.start(Settings.local(data));
        stranger = new Api(server.uri());
        account = stranger.person("account");
        player = stranger.person("player");
        master = stranger.person("master");
        String token =
                master.post(
                                "/api/v1/me/tokens",
                                "{\"name\": \"reader\", \"scopes\": [\"game:read\"]}")
                        .expect(201)
                        .path("token")
                        .asText();
        reader = new Person(stranger, "master", token);
        open = created("\"visibility\": \"public\"");
        player.joins(open).expect(200);
        master.post(open + "/door", "{\"approval\": true}").expect(200);
        hidden = created("\"visibility\": \"private\"");
    }

    private String created(String door) {
        String body = "{\"name\": \"A game\", \"play\": true, %s}".formatted(door);
        return "/api/v1/games/"
                + master.post("/api/v1/games", body).expect(201).path("id").asText();
    }

    @AfterAll
    void end() {
        server.close();
    }

    static List<Row> table() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "authorization.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(Row::of)
                .toList();
    }

    @Test
    void the_table_has_all_routes_of_a_game() throws IOException {
        var routes = new TreeSet<String>();
        server.routes()
                .table()
                .forEach(
                        (path, methods) -> {
                            if (path.startsWith(GAME)) {
                                for (Method method : methods) {
                                    routes.add(method.text() + " " + path.substring(GAME.length()));
                                }
                            }
                        });

        assertThat(table()).extracting(row -> row.toString()).hasSameElementsAs(routes);
    }

    /** Streams have no end; StreamIT asks who gets one. */
    static List<Row> ending() throws IOException {
        return table().stream().filter(row -> !row.path().equals("/stream")).toList();
    }

    @ParameterizedTest
    @MethodSource("ending")
    void everybody_may_what_the_table_says(Row row) {
        String path = row.path().replace("{number}", "101").replace("{name}", "nobody");
        String query = row.path().equals("/why") ? "?event=1" : "";
        List<Reply> replies =
                switch (row.method()) {
                    case "GET" -> gets(path + query);
                    case "DELETE" -> deletes(path);
                    default -> posts(path, BODIES.getOrDefault(row.path(), ""));
                };

        for (int i = 0; i < replies.size(); i++) {
            assertThat(told(replies.get(i)))
                    .as("column %d: %s", i + 1, replies.get(i).response().body())
                    .isEqualTo(row.answers().get(i));
        }
    }

    private List<Reply> gets(String path) {
        return List.of(
                stranger.get(open + path),
                account.get(open + path),
                player.get(open + path),
                master.get(open + path),
                reader.get(open + path),
                stranger.get(hidden + path),
                account.get(hidden + path));
    }

    private List<Reply> deletes(String path) {
        return List.of(
                stranger.method("DELETE", open + path),
                account.delete(open + path),
                player.delete(open + path),
                master.delete(open + path),
                reader.delete(open + path),
                stranger.method("DELETE", hidden + path),
                account.delete(hidden + path));
    }

    private List<Reply> posts(String path, String body) {
        return List.of(
                stranger.post(open + path, body),
                account.post(open + path, body),
                player.post(open + path, body),
                master.post(open + path, body),
                reader.post(open + path, body),
                stranger.post(hidden + path, body),
                account.post(hidden + path, body));
    }

    /** Whether somebody may, whatever else is wrong. */
    private static String told(Reply reply) {
        String type = reply.status() < 400 ? "" : reply.json().path("type").asText();
        return switch (type) {
            case "/problems/not-authenticated" -> "401";
            case "/problems/not-a-player",
                    "/problems/not-the-master",
                    "/problems/insufficient-scope" ->
                    "403";
            case "/problems/unknown-game" -> "404";
            default -> "yes";
        };
    }
}
