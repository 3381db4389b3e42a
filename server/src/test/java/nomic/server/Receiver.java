package nomic.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server that webhooks call: it keeps what comes, and answers as a test wants. */
final class Receiver implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final HttpServer server;
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();

    /** What came. */
    record Call(String method, String id, String timestamp, String signature, String body) {
        JsonNode json() {
            return Reply.json(body);
        }
    }

    /**
     * @param port 0 for any that is free
     * @param statuses of the answers; after them all are 204
     */
    Receiver(int port, Integer... statuses) {
        answers.addAll(List.of(statuses));
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            Integer answer = answers.poll();
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
            calls.add(
                    new Call(
                            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                            headers.getFirst("webhook-id"),
                            headers.getFirst("webhook-timestamp"),
                            headers.getFirst("webhook-signature"),
                            new String(body, StandardCharsets.UTF_8)));
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://localhost:" + port() + "/hook";
    }

    /** The next call that comes. */
    Call next() {
        try {
            Call call = calls.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (call == null) {
                throw new AssertionError("Nobody called");
            }
            return call;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many calls have come that were not taken. */
    int left() {
        return calls.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
