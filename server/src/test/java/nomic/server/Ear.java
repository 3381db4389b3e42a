package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.history.Heard;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Listens to a game over the socket. When its connection breaks it opens another, at the server
 * that is there then, and goes on from the last event that it has heard.
 */
final class Ear implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String game;
    private final Supplier<Api> server;
    private final List<Heard.Told> told = new ArrayList<>();
    private volatile boolean closed;
    private volatile @Nullable WebSocket socket;

    Ear(String game, Supplier<Api> server) {
        this.game = game;
        this.server = server;
        var _ = Thread.ofVirtual().name("ear").start(this::listen);
    }

    private void listen() {
        while (!closed) {
            var line = new Line();
            try {
                URI uri = server.get().server();
                WebSocket opened =
                        Api.HTTP
                                .newWebSocketBuilder()
                                .connectTimeout(Duration.ofSeconds(5))
                                .buildAsync(
                                        URI.create(
                                                uri.toString().replaceFirst("^http", "ws") + "/ws"),
                                        line)
                                .join();
                socket = opened;
                opened.sendText(
                                "{\"type\": \"subscribe\", \"game\": \"%s\", \"since\": %d}"
                                        .formatted(LiveClient.id(game), last()),
                                true)
                        .join();
                line.ended.join();
            } catch (CompletionException e) {
                pause();
            }
        }
    }

    /** A server that is just starting is not asked too often. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One connection. */
    private final class Line implements WebSocket.Listener {
        private final CompletableFuture<Integer> ended = new CompletableFuture<>();
        private final StringBuilder fragments = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            fragments.append(data);
            if (last) {
                hear(Reply.json(fragments.toString()));
                fragments.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            ended.complete(status);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended.complete(0);
        }
    }

    private synchronized void hear(JsonNode frame) {
        if (frame.path("type").asText().equals("event")) {
            JsonNode event = frame.path("event");
            told.add(new Heard.Told(event.path("seq").asLong(), event.path("type").asText()));
            notifyAll();
        }
    }

    private synchronized long last() {
        return told.isEmpty() ? 0 : told.getLast().seq();
    }

    /** What it has heard, as soon as it has heard so much. */
    synchronized Heard heard(long head) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (last() < head && System.nanoTime() < until) {
                wait(Duration.ofSeconds(1).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(last()).as("the last event that was heard").isGreaterThanOrEqualTo(head);
        return new Heard("a listener", 0, told, true);
    }

    @Override
    public void close() {
        closed = true;
        WebSocket last = socket;
        if (last != null) {
            last.abort();
        }
    }
}
