package nomic.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that answers as a test wants it to, and remembers what it was asked. */
final class Troubled implements AutoCloseable {
    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** A request. */
    record Asked(String path, String body, @Nullable String key, @Nullable String token) {}

    /** An answer; with status 0 the connection is cut. */
    record Answer(int status, String body, @Nullable String retryAfter) {
        static final Answer NONE = new Answer(0, "", null);

        Answer(int status, String body) {
            this(status, body, null);
        }
    }

    Troubled(Function<Asked, Answer> answers) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    private void answer(HttpExchange exchange, Function<Asked, Answer> answers) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request =
                    new Asked(
                            exchange.getRequestURI().toString(),
                            body,
                            headers.getFirst("Idempotency-Key"),
                            headers.getFirst("Authorization"));
            asked.add(request);
            Answer answer = answers.apply(request);
            if (answer.status() == 0) {
                return;
            }
            if (answer.retryAfter() != null) {
                exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    Nomic nomic() {
        return Nomic.at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    List<Asked> asked() {
        return asked;
    }

    long askedFor(String path) {
        return asked.stream().filter(each -> each.path().equals(path)).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
