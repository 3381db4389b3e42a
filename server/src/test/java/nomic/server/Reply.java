package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** An HTTP response with its JSON. */
record Reply(HttpResponse<String> response) {
    static final ObjectMapper JSON = new ObjectMapper();

    int status() {
        return response.statusCode();
    }

    JsonNode json() {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body, after the status was asserted. */
    JsonNode expect(int status) {
        assertThat(status()).as("%s: %s", response.request(), response.body()).isEqualTo(status);
        return json();
    }

    /** Asserts that the request succeeded and that nothing more is said. */
    void expectNothing() {
        assertThat(status()).as("%s: %s", response.request(), response.body()).isIn(200, 204);
        assertThat(response.body()).isEmpty();
    }

    /** The problem document, after its status and the last part of its type were asserted. */
    JsonNode problem(int status, String type) {
        JsonNode problem = expect(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        return problem;
    }
}
