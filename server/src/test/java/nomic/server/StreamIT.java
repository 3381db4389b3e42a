package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

@ExtendWith(SharedServer.class)
final class StreamIT {
    /** A stream that is read line by line. */
    private record Lines(HttpResponse<InputStream> response, BufferedReader reader)
            implements AutoCloseable {
        static Lines of(HttpRequest.Builder request) throws IOException, InterruptedException {
            var response = Api.HTTP.send(request.build(), BodyHandlers.ofInputStream());
            return new Lines(
                    response,
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        }

        /** The next line that says something. */
        String next() throws IOException {
            String line = reader.readLine();
            while (line.isEmpty() || line.equals(":")) {
                line = reader.readLine();
            }
            return line;
        }

        JsonNode event() throws IOException {
            return Reply.json(next());
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    @Test
    void a_stream_has_what_was_and_then_what_happens(Api api, Person ann) throws Exception {
        String game = ann.createsGame("suber");
        JsonNode before = api.get(game + "/events").expect(200);
        try (var stream = Lines.of(api.request(game + "/stream"))) {
            assertThat(stream.response().headers().firstValue("Content-Type"))
                    .hasValue("application/x-ndjson");
            for (JsonNode event : before) {
                assertThat(stream.event()).isEqualTo(event);
            }

            JsonNode made = ann.post(game + "/start", "{}").expect(200).path("events");

            for (JsonNode event : made) {
                assertThat(stream.event()).isEqualTo(event);
            }
        }
    }

    @Test
    void a_stream_goes_on_where_it_was_broken_off(Api api, Person ann) throws Exception {
        String game = ann.createsGame("suber");
        ann.post(game + "/start", "{}").expect(200);
        try (var stream = Lines.of(api.request(game + "/stream?after=2"))) {
            assertThat(stream.event().path("seq").asInt()).isEqualTo(3);
        }
        try (var stream = Lines.of(api.request(game + "/stream").header("Last-Event-ID", "1"))) {
            assertThat(stream.event().path("seq").asInt()).isEqualTo(2);
        }
    }

    @Test
    void browsers_get_server_sent_events(Api api, Person ann) throws Exception {
        String game = ann.createsGame("suber");
        try (var stream =
                Lines.of(api.request(game + "/stream").header("Accept", "text/event-stream"))) {
            assertThat(stream.response().headers().firstValue("Content-Type"))
                    .hasValue("text/event-stream");
            assertThat(stream.next()).isEqualTo("id: 1");
            String data = stream.next();
            assertThat(data).startsWith("data: {");
            assertThat(Reply.json(data.substring("data: ".length())).path("type").asText())
                    .isEqualTo("GameCreated");
        }
    }

    @Test
    void a_private_game_has_no_stream_for_others(Api api, Person ann, Person bob) {
        String game =
                ann.post("/api/v1/games", "{\"name\": \"Ours\", \"visibility\": \"private\"}")
                        .header("Location");

        api.get(game + "/stream").problem(404, "unknown-game");
        bob.get(game + "/stream").problem(404, "unknown-game");
    }

    @Test
    void what_cannot_be_streamed_is_a_problem(Api api, Person ann) {
        String game = ann.createsGame("suber");
        api.get("/api/v1/games/5d0289b3-abc7-82f7-b31e-fe02ac3ae13f/stream")
                .problem(404, "unknown-game");
        api.get(game + "/stream?after=-1").problem(400, "bad-parameter");
        Api.send(api.request(game + "/stream").header("Last-Event-ID", "x").GET())
                .problem(400, "bad-parameter");
        assertThat(api.method("HEAD", game + "/stream").status()).isEqualTo(200);
    }

    @Test
    void who_likes_lines_better_gets_lines(Api api, Person ann) throws Exception {
        String stream = ann.createsGame("suber") + "/stream";
        assertThat(type(api, stream, "text/event-stream;q=0.2, application/x-ndjson"))
                .isEqualTo("application/x-ndjson");
        assertThat(type(api, stream, "application/x-ndjson;q=0.2, text/event-stream;q=0.8"))
                .isEqualTo("text/event-stream");
        assertThat(type(api, stream, "*/*")).isEqualTo("application/x-ndjson");
    }

    private static String type(Api api, String path, String accept) throws Exception {
        try (var stream = Lines.of(api.request(path).header("Accept", accept))) {
            return stream.response().headers().firstValue("Content-Type").orElse("");
        }
    }
}
