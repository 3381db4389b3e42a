package nomic.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** Sends requests to one server, and sends again what may be sent again. */
final class Wire {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(150);

    /** What a proxy or the server says where it is not known whether a request was carried out. */
    private static final Set<Integer> UNCERTAIN = Set.of(502, 503, 504);

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECTING)
                    .build();

    private final URI server;
    private final Patience patience;

    Wire(URI server, Patience patience) {
        String text = server.toString();
        this.server = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        this.patience = patience;
    }

    Patience patience() {
        return patience;
    }

    HttpClient http() {
        return HTTP;
    }

    Wire with(Patience other) {
        return new Wire(server, other);
    }

    /** The URI of the socket. */
    URI socket() {
        return URI.create(server.toString().replaceFirst("^http", "ws") + "/ws");
    }

    HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + "/api/v1" + path))
                        .header("User-Agent", "nomic-client");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /**
     * The body of the answer, or an empty object where there is none.
     *
     * @throws Refused where the server does not do it
     * @throws UncheckedIOException where the server could not be reached in time
     */
    JsonNode send(Call call, Credentials credentials) {
        var pauses = new Pauses(patience);
        boolean renewed = false;
        while (true) {
            String token = credentials.token();
            HttpResponse<String> answer;
            try {
                answer = HTTP.send(request(call, token), BodyHandlers.ofString());
            } catch (IOException e) {
                if (call.again() && pauses.wait(Duration.ZERO)) {
                    continue;
                }
                throw new UncheckedIOException("No answer: " + call.method() + " " + server, e);
            } catch (InterruptedException e) {
                throw Pauses.interrupted();
            }
            int status = answer.statusCode();
            if (status / 100 == 2) {
                JsonNode body = Json.read(answer.body());
                return body == null ? Json.object() : body;
            }
            if (status == 401 && !renewed && credentials.renew(token)) {
                renewed = true;
            } else if (!mayRepeat(call, status) || !pauses.wait(asked(answer))) {
                throw refused(status, answer.body());
            }
        }
    }

    private static boolean mayRepeat(Call call, int status) {
        return status == 429 || (call.again() && UNCERTAIN.contains(status));
    }

    private HttpRequest request(Call call, @Nullable String token) {
        HttpRequest.Builder request = request(call.path(), token).timeout(ANSWERING);
        request.header("Accept", "application/json");
        if (call.type() != null) {
            request.header("Content-Type", call.type());
        }
        if (call.key() != null) {
            request.header("Idempotency-Key", call.key());
        }
        String body = call.body();
        return request.method(
                        call.method(),
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    /** What {@code Retry-After} asks for, in seconds. */
    static Duration asked(HttpResponse<?> answer) {
        String after = answer.headers().firstValue("Retry-After").orElse("");
        return after.matches("\\d{1,6}")
                ? Duration.ofSeconds(Integer.parseInt(after))
                : Duration.ZERO;
    }

    /** A problem document as an exception, or the status where there is no such document. */
    static Refused refused(int status, String body) {
        if (Json.read(body) instanceof ObjectNode json && json.path("type").isTextual()) {
            return new Refused(Json.as(Problem.class, json));
        }
        ObjectNode plain = Json.object();
        plain.put("type", "about:blank").put("title", "The server answers " + status);
        plain.put("status", status).put("detail", "It does not say more.");
        return new Refused(Json.as(Problem.class, plain));
    }
}
