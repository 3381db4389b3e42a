package nomic.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A socket: the events of up to 100 games as they happen, and moves. Where the connection breaks it
 * connects again, goes on in each game after the last event, and sends the moves again that have no
 * reply, under their ids: no event is missing or comes twice, and no move is made twice.
 *
 * <p>It is for any number of threads.
 */
public final class Live implements AutoCloseable {
    /** The server pings after 30 seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(75);

    private static final Duration REPLYING = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofSeconds(5);
    private static final IOException LOST = new IOException("The connection was lost");

    /** An event of one of the games, by the id of the game. */
    public record Happened(String game, Event event) {}

    /** What {@link #next()} finds: an event, or why there is none. */
    private sealed interface Found {
        record Item(Happened happened) implements Found {}

        record Failure(RuntimeException why) implements Found {}
    }

    /** A frame that waits for its reply. */
    private record Pending(String frame, CompletableFuture<JsonNode> reply) {}

    private final Wire wire;
    private final Credentials credentials;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedBlockingQueue<Found> found = new LinkedBlockingQueue<>();

    /** A game that is subscribed to: under which id, and the last event that came. */
    private record Subscription(String id, long seq) {
        Subscription after(Event event) {
            return new Subscription(id, event.seq());
        }

        String frame(String game) {
            return Json.text(
                    Live.frame("subscribe", game)
                            .put("since", seq)
                            .put("snapshot", false)
                            .put("id", id));
        }
    }

    private final Map<String, Subscription> games = new LinkedHashMap<>();

    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private volatile @Nullable Connection connection;
    private volatile @Nullable WebSocket socket;
    private boolean connecting;
    private volatile @Nullable RuntimeException over;

    Live(Wire wire, Credentials credentials) {
        this.wire = wire;
        this.credentials = credentials;
        this.connecting = true;
        connect();
        RuntimeException failure = over;
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Begins to receive the events of a game after a sequence number: those of the past and then
     * those that happen.
     */
    public void subscribe(String game, long since) {
        var subscription = new Subscription(UUID.randomUUID().toString(), since);
        try {
            ask(subscription.id(), subscription.frame(game), () -> games.put(game, subscription));
        } catch (Refused refused) {
            locked(() -> games.remove(game));
            throw refused;
        }
    }

    /** Receives no more events of a game. */
    public void unsubscribe(String game) {
        String id = UUID.randomUUID().toString();
        ask(id, Json.text(frame("unsubscribe", game).put("id", id)), () -> games.remove(game));
    }

    /** Makes a move. */
    public Made make(String game, Move move) {
        return make(game, move, UUID.randomUUID().toString());
    }

    /** Makes a move under a command id: once, however often it is sent. */
    public Made make(String game, Move move, String commandId) {
        ObjectNode json = Json.move(move).put("type", move.type());
        String frame = Json.text(json.put("game", game).put("id", commandId));
        var pauses = new Pauses(wire.patience());
        while (true) {
            try {
                JsonNode reply = ask(commandId, frame, () -> {});
                return Made.of(Json.listOf(Event.class, reply.path("events")));
            } catch (Refused refused) {
                int status = refused.problem().status();
                if ((status != 429 && status != 503) || !pauses.wait(Duration.ZERO)) {
                    throw refused;
                }
            }
        }
    }

    /**
     * Waits for the next event.
     *
     * @throws Refused where the server ends a subscription
     * @throws IllegalStateException where this is closed
     */
    public Happened next() {
        while (true) {
            Found next = polled();
            switch (next) {
                case null -> endIfSilent();
                case Found.Item(var happened) -> {
                    return happened;
                }
                case Found.Failure(var why) -> {
                    if (over != null) {
                        found.add(next);
                    }
                    throw why;
                }
            }
        }
    }

    private @Nullable Found polled() {
        try {
            return found.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw Pauses.interrupted();
        }
    }

    @Override
    public void close() {
        WebSocket held = socket;
        end(new IllegalStateException("The socket is closed"));
        if (held != null) {
            var _ =
                    held.sendClose(WebSocket.NORMAL_CLOSURE, "")
                            .whenComplete((_, _) -> held.abort());
        }
    }

    private static ObjectNode frame(String type, String game) {
        return Json.object().put("type", type).put("game", game);
    }

    /** Notes something and sends a frame, again after each new connection, until it is answered. */
    private JsonNode ask(String id, String frame, Runnable note) {
        var waiting = new Pending(frame, new CompletableFuture<>());
        locked(
                () -> {
                    RuntimeException failure = over;
                    if (failure != null) {
                        throw failure;
                    }
                    note.run();
                    pending.put(id, waiting);
                    if (!connecting) {
                        send(frame);
                    }
                });
        try {
            while (true) {
                try {
                    return reply(waiting);
                } catch (TimeoutException e) {
                    abort();
                }
            }
        } finally {
            locked(() -> pending.remove(id));
        }
    }

    private static JsonNode reply(Pending waiting) throws TimeoutException {
        try {
            JsonNode reply = waiting.reply().get(REPLYING.toMillis(), TimeUnit.MILLISECONDS);
            if (reply.path("ok").asBoolean()) {
                return reply;
            }
            throw new Refused(Json.as(Problem.class, reply.path("problem")));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw Pauses.interrupted();
        }
    }

    /** Sends if there is a connection; else the next one will. */
    private void send(String frame) {
        WebSocket held = socket;
        if (held != null) {
            try {
                Connection.send(held, frame);
            } catch (UncheckedIOException e) {
                abort();
            }
        }
    }

    private void locked(Runnable act) {
        lock.lock();
        try {
            act.run();
        } finally {
            lock.unlock();
        }
    }

    private void endIfSilent() {
        Connection held = connection;
        if (held != null && held.silence() > SILENCE.toNanos()) {
            abort();
        }
    }

    /** Ends the connection that there is, so that another one is opened. */
    private void abort() {
        Connection held = connection;
        WebSocket open = socket;
        if (held != null && open != null) {
            open.abort();
            ended(held);
        }
    }

    private void received(Connection from, ObjectNode frame) {
        locked(
                () -> {
                    if (from == connection) {
                        received(frame);
                    }
                });
    }

    private void received(ObjectNode frame) {
        switch (frame.path("type").asText()) {
            case "event" -> {
                String game = frame.path("game").asText();
                Subscription subscription = games.get(game);
                if (frame.get("event") instanceof ObjectNode json && subscription != null) {
                    Event event = Event.of(json);
                    games.put(game, subscription.after(event));
                    found.add(new Found.Item(new Happened(game, event)));
                }
            }
            case "reply" -> {
                Pending waiting = pending.get(frame.path("id").asText());
                if (waiting != null) {
                    waiting.reply().complete(frame);
                } else if (!frame.path("ok").asBoolean()) {
                    failed(frame.path("problem"));
                }
            }
            case "error" -> failed(frame.path("problem"));
            default -> {}
        }
    }

    private void failed(JsonNode problem) {
        found.add(new Found.Failure(new Refused(Json.as(Problem.class, problem))));
    }

    /** A connection has ended: opens another, if it was the present one and nobody closed this. */
    private void ended(Connection which) {
        locked(
                () -> {
                    if (which == connection && over == null) {
                        connection = null;
                        socket = null;
                        if (!connecting) {
                            connecting = true;
                            Thread.ofVirtual().name("nomic-live").start(this::connect);
                        }
                    }
                });
    }

    /** Connects, as often as patience lasts. */
    private void connect() {
        var pauses = new Pauses(wire.patience());
        while (over == null) {
            try {
                open();
                return;
            } catch (IOException e) {
                if (!pauses.wait(Duration.ZERO)) {
                    end(new UncheckedIOException("No socket at " + wire.socket(), e));
                }
            } catch (Refused | UncheckedIOException e) {
                end(e);
            }
        }
    }

    /** Opens a connection, says who asks, and then what is subscribed to and not yet answered. */
    private void open() throws IOException {
        String token = credentials.token();
        var opening = new Connection(this::received, this::ended);
        WebSocket opened = opening.open(wire.http(), wire.socket());
        locked(
                () -> {
                    connection = opening;
                    socket = opened;
                });
        if (token != null) {
            authenticate(opening, token);
        }
        lock.lock();
        try {
            if (connection != opening) {
                throw new IOException("The connection has ended at once");
            }
            connecting = false;
            games.forEach((game, subscription) -> send(subscription.frame(game)));
            pending.values().stream()
                    .map(Pending::frame)
                    .filter(frame -> !frame.contains("\"type\":\"subscribe\""))
                    .forEach(this::send);
        } finally {
            lock.unlock();
        }
    }

    private void authenticate(Connection opening, String token) throws IOException {
        String id = UUID.randomUUID().toString();
        ObjectNode frame = Json.object().put("type", "authenticate").put("token", token);
        var waiting =
                new Pending(Json.text(frame.put("id", id)), new CompletableFuture<JsonNode>());
        opening.whenEnded(
                () -> waiting.reply().completeExceptionally(new UncheckedIOException(LOST)));
        locked(() -> pending.put(id, waiting));
        try {
            send(waiting.frame());
            reply(waiting);
        } catch (TimeoutException | UncheckedIOException e) {
            throw new IOException("No reply to authenticate", e);
        } catch (Refused refused) {
            if (!refused.is("not-authenticated") || !credentials.renew(token)) {
                throw refused;
            }
            throw new IOException("The token is not good any more", refused);
        } finally {
            locked(() -> pending.remove(id));
        }
    }

    private void end(RuntimeException why) {
        locked(
                () -> {
                    if (over == null) {
                        over = why;
                        connection = null;
                        socket = null;
                        pending.values().forEach(each -> each.reply().completeExceptionally(why));
                        found.add(new Found.Failure(why));
                    }
                });
    }
}
