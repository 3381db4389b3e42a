package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Nonsense for every route and frame of the descriptions, the same in every build: each call has an
 * answer that is described, and who has no part in a game changes nothing in it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FuzzIT {
    private static final int CALLS = 25;
    private static final int FRAMES = 400;
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** What everybody may do to a public game, and administrators to all. */
    private static final List<String> OPEN = List.of("/join", "/reports", "/admin/");

    private static final String ENDLESS = "/stream";
    private static final String GAMES = "/api/v1/games/";

    private AccessCast cast;
    private Api api;
    private Person owner;
    private Map<String, JsonNode> before = Map.of();

    record Route(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    void play(@TempDir Path data) {
        cast = new AccessCast(data);
        api = new Api(cast.server().uri());
        owner = cast.person("master");
        owner.post(
                        "/api/v1/me/webhooks",
                        "{\"url\": \"https://example.org/nomic\", \"types\": [\"turn\"]}")
                .expect(201);
        owner.post(
                        "/api/v1/me/tokens",
                        "{\"name\": \"bot\", \"scopes\": [\"game:play\"], \"days\": 1}")
                .expect(201);
        before = owned();
    }

    @AfterAll
    void end() {
        cast.close();
    }

    static Stream<Route> routes() {
        return Contract.description().path("paths").properties().stream()
                .filter(path -> !path.getKey().endsWith(ENDLESS))
                .flatMap(
                        path ->
                                names(path.getValue())
                                        .filter(METHODS::contains)
                                        .map(method -> new Route(method, path.getKey())));
    }

    private static Stream<String> names(JsonNode node) {
        Iterable<String> names = node::fieldNames;
        return StreamSupport.stream(names.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void no_call_breaks_the_server(Route route) {
        var random = new Random(route.toString().hashCode());
        var nonsense = new Nonsense(random);
        List<String> games = cast.games();
        for (int i = 0; i < CALLS; i++) {
            int chosen = random.nextInt(3);
            String id = chosen == 2 ? nonsense.segment() : games.get(chosen);
            HttpRequest.Builder request =
                    api.request(nonsense.path(route.method(), route.path(), id));
            switch (random.nextInt(5)) {
                case 0 -> {}
                case 1 -> request.header("Authorization", nonsense.authorization());
                case 2 -> authorize(request, "administrator");
                default -> authorize(request, "spectator");
            }
            nonsense.headers().forEach(request::header);
            String type = nonsense.mediaType(route.method(), route.path());
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            byte[] body = nonsense.body(route.method(), route.path());
            request.method(
                    route.method().toUpperCase(Locale.ROOT),
                    body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));

            Reply reply = Api.send(request);

            assertThat(reply.status()).as(reply.response().body()).isLessThan(500);
            if (reply.status() >= 400) {
                assertThat(reply.response().body())
                        .doesNotContain("Exception", "at nomic.", "at java.", "com.fasterxml");
            }
        }
        if (OPEN.stream().anyMatch(route.path()::contains)) {
            before = owned();
        } else {
            assertThat(owned()).as("what strangers changed").isEqualTo(before);
        }
        if (route.path().equals("/api/v1/me/sessions")) {
            cast.logIn();
            owner = cast.person("master");
        }
    }

    private void authorize(HttpRequest.Builder request, String name) {
        request.header("Authorization", "Bearer " + cast.person(name).token());
    }

    @Test
    void no_frame_breaks_a_connection() {
        var random = new Random(17);
        var nonsense = new Nonsense(random);
        List<String> types = SocketContract.types("hear");
        try (LiveClient client = LiveClient.connect(cast.person("spectator"))) {
            for (int i = 0; i < FRAMES; i++) {
                String type = types.get(random.nextInt(types.size()));
                String game = random.nextBoolean() ? cast.games().getFirst() : nonsense.segment();
                if (!type.equals("join")) {
                    client.send(nonsense.frame(SocketContract.payload("hear", type), type, game));
                }
                String id = "alive-" + i;
                client.send(
                        "{\"type\": \"unsubscribe\", \"id\": \"%s\", \"game\": \"%s\"}"
                                .formatted(id, cast.games().getFirst()));
                assertThat(client.reply(id).path("ok").asBoolean()).isTrue();
                client.forget();
            }
        }
        assertThat(owned()).as("what frames changed").isEqualTo(before);
    }

    /** Everything that belongs to the owner of the games, and that others might change. */
    private Map<String, JsonNode> owned() {
        var owned = new TreeMap<String, JsonNode>();
        for (String id : cast.games()) {
            for (String part :
                    List.of("", "/door", "/guests", "/talk", "/messages", "/mutes", "/proposals")) {
                owned.put(id + part, owner.get(GAMES + id + part).expect(200));
            }
            owned.put(id + "/cases", owner.get(GAMES + id + "/cases").expect(200));
        }
        ObjectNode export = (ObjectNode) owner.get("/api/v1/me/export").expect(200);
        export.remove(List.of("sessions", "notifications"));
        export.path("tokens").forEach(token -> ((ObjectNode) token).remove("used"));
        owned.put("export", export);
        return owned;
    }
}
