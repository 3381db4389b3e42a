package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Nonsense for every route of the description, the same in every build: each call has an answer
 * that is described, and a stranger changes nothing.
 */
@ExtendWith(SharedServer.class)
final class FuzzIT {
    private static final int CALLS = 25;
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** What a stranger may do to a game. */
    private static final Set<String> OPEN = Set.of("/join", "/chat", "/applications");

    private static final String ENDLESS = "/stream";

    record Route(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }
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
    void no_call_breaks_the_server(Route route, Api api, Person owner, Person stranger) {
        var random = new Random(route.toString().hashCode());
        var nonsense = new Nonsense(random);
        String game = owner.createsGame("suber");
        List<String> games = List.of(id(game), id(stranger.createsGame("suber")));
        long head = head(api, game);
        for (int i = 0; i < CALLS; i++) {
            int chosen = random.nextInt(3);
            String id = chosen == 2 ? nonsense.segment() : games.get(chosen);
            HttpRequest.Builder request =
                    api.request(nonsense.path(route.method(), route.path(), id));
            switch (random.nextInt(4)) {
                case 0 -> {}
                case 1 -> request.header("Authorization", nonsense.authorization());
                default -> request.header("Authorization", "Bearer " + stranger.token());
            }
            String type = nonsense.mediaType(route.method(), route.path());
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            byte[] body = nonsense.body(route.method(), route.path());
            request.method(
                    route.method().toUpperCase(java.util.Locale.ROOT),
                    body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));

            Reply reply = sent(request);

            assertThat(reply.status()).as(reply.response().body()).isIn(allowed());
            if (reply.status() >= 400) {
                assertThat(reply.response().body())
                        .doesNotContain("Exception", "at nomic.", "at java.", "com.fasterxml");
            }
        }
        if (OPEN.stream().noneMatch(route.path()::endsWith)) {
            assertThat(head(api, game)).as("what a stranger changed").isEqualTo(head);
        }
    }

    /**
     * The server closes a connection whose request it has not read to its end; who comes next on it
     * opens another, as browsers do.
     */
    private static Reply sent(HttpRequest.Builder request) {
        try {
            return Api.send(request);
        } catch (UncheckedIOException closed) {
            return Api.send(request);
        }
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static List<Integer> allowed() {
        return List.of(
                200, 201, 202, 204, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414, 415, 422,
                426, 429);
    }

    private static long head(Api api, String game) {
        return api.get(game).expect(200).path("head").asLong();
    }
}
