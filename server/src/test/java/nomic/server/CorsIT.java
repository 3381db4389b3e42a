package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.server.rate.RateLimits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;

/** What browsers ask before pages of other origins may call. */
final class CorsIT {
    private static final String FRIEND = "https://nomic.example";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @TempDir private Path data;

    private Server server(Set<String> origins) {
        var access = new Access(RateLimits.NONE, false, null, origins);
        return Server.start(Settings.local(data).withAccess(access));
    }

    private static HttpResponse<String> send(Server server, String method, String origin)
            throws Exception {
        URI games = server.uri().resolve("/api/v1/games");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(games)
                            .header("Origin", origin)
                            .header("Access-Control-Request-Method", "POST")
                            .header(
                                    "Access-Control-Request-Headers",
                                    "authorization,content-type,idempotency-key")
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void a_page_of_an_origin_that_is_named_may_call() throws Exception {
        try (Server server = server(Set.of(FRIEND))) {
            HttpResponse<String> preflight = send(server, "OPTIONS", FRIEND);
            assertThat(preflight.headers().firstValue(ALLOWED)).hasValue(FRIEND);
            assertThat(preflight.headers().allValues("Access-Control-Allow-Methods").toString())
                    .contains("POST");
            assertThat(preflight.headers().allValues("Access-Control-Allow-Headers").toString())
                    .containsIgnoringCase("idempotency-key");

            HttpResponse<String> read = send(server, "GET", FRIEND);
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(read.headers().firstValue(ALLOWED)).hasValue(FRIEND);
            assertThat(read.headers().allValues("Access-Control-Expose-Headers").toString())
                    .containsIgnoringCase("etag");
        }
    }

    @Test
    void a_page_of_another_origin_may_not() throws Exception {
        try (Server server = server(Set.of(FRIEND))) {
            for (String method : new String[] {"OPTIONS", "GET"}) {
                HttpResponse<String> reply = send(server, method, "https://evil.example");
                assertThat(reply.headers().firstValue(ALLOWED)).isEmpty();
            }
        }
    }

    @Test
    void no_page_of_another_origin_may_where_none_is_named() throws Exception {
        try (Server server = server(Set.of())) {
            for (String method : new String[] {"OPTIONS", "GET"}) {
                HttpResponse<String> reply = send(server, method, FRIEND);
                assertThat(reply.statusCode()).isEqualTo(200);
                assertThat(reply.headers().firstValue(ALLOWED)).isEmpty();
            }
        }
    }
}
