package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A client of the socket. It keeps the frames that it has received until they are taken, also those
 * that came before a reply which was waited for.
 */
final class LiveClient implements WebSocket.Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final Deque<JsonNode> earlier = new ArrayDeque<>();
    private final StringBuilder fragments = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final List<Long> seen = new ArrayList<>();
    private final SocketContract said = new SocketContract();
    private final WebSocket socket;

    private LiveClient(Api api, String... protocols) {
        URI uri = URI.create(api.server().toString().replaceFirst("^http", "ws") + "/ws");
        WebSocket.Builder builder = Api.HTTP.newWebSocketBuilder();
        if (protocols.length > 0) {
            builder.subprotocols(
                    protocols[0],
                    List.of(protocols).subList(1, protocols.length).toArray(String[]::new));
        }
        socket = builder.buildAsync(uri, this).join();
    }

    static LiveClient connect(Api api, String... protocols) {
        return new LiveClient(api, protocols);
    }

    /** A connection that may act for somebody. */
    static LiveClient connect(Person person) {
        LiveClient client = new LiveClient(person.api());
        client.send(
                "{\"type\": \"authenticate\", \"id\": \"login\", \"token\": \"%s\"}"
                        .formatted(person.token()));
        assertThat(client.reply("login").path("ok").asBoolean()).isTrue();
        return client;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        fragments.append(data);
        if (last) {
            frames.add(Reply.json(fragments.toString()));
            fragments.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(0);
    }

    LiveClient send(String frame) {
        said.says(frame);
        socket.sendText(frame, true).join();
        return this;
    }

    WebSocket socket() {
        return socket;
    }

    LiveClient subscribe(String game, long since) {
        return send(
                "{\"type\": \"subscribe\", \"game\": \"%s\", \"since\": %d}"
                        .formatted(id(game), since));
    }

    /** The id in the path of a game. */
    static String id(String game) {
        return game.substring(game.lastIndexOf('/') + 1);
    }

    /** The next frame. */
    JsonNode next() {
        return earlier.isEmpty() ? received() : earlier.removeFirst();
    }

    private JsonNode received() {
        try {
            JsonNode frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(frame).as("a frame").isNotNull();
            said.hears(frame);
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next frame of a kind; those before it are dropped. */
    JsonNode next(Predicate<JsonNode> wanted) {
        while (true) {
            JsonNode frame = next();
            if (frame.path("type").asText().equals("event")) {
                seen.add(frame.path("event").path("seq").asLong());
            }
            if (wanted.test(frame)) {
                return frame;
            }
        }
    }

    /** The reply to a message; the frames before it can still be taken. */
    JsonNode reply(String id) {
        Predicate<JsonNode> wanted =
                f -> f.path("type").asText().equals("reply") && f.path("id").asText().equals(id);
        Optional<JsonNode> before = earlier.stream().filter(wanted).findFirst();
        if (before.isPresent()) {
            earlier.remove(before.get());
            return before.get();
        }
        JsonNode frame = received();
        while (!wanted.test(frame)) {
            earlier.addLast(frame);
            frame = received();
        }
        return frame;
    }

    /** Drops the frames that were received and not taken. */
    void forget() {
        earlier.clear();
    }

    /** The next event of a type. */
    JsonNode event(String type) {
        return next(f -> f.path("event").path("type").asText().equals(type)).path("event");
    }

    /** The sequence numbers of all events that were taken. */
    List<Long> seen() {
        return List.copyOf(seen);
    }

    CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
