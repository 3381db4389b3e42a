package nomic.client;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The events of a game as they happen, each once and in order. It has no end: stop reading it, and
 * close it. Where the connection breaks, or nothing is heard of the server for half a minute, it
 * connects again after the last event that was read. One thread reads it; any may close it.
 */
public final class EventStream implements Iterator<Event>, Iterable<Event>, AutoCloseable {
    /** The server sends an empty line every ten seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Wire wire;
    private final Credentials credentials;
    private final String path;
    private volatile long seq;
    private volatile boolean closed;
    private volatile @Nullable Lines lines;
    private @Nullable Event next;

    EventStream(Wire wire, Credentials credentials, String path, long after) {
        this.wire = wire;
        this.credentials = credentials;
        this.path = path;
        this.seq = after;
    }

    /** The sequence number of the event that was read last: where another stream would go on. */
    public long seq() {
        return seq;
    }

    /**
     * Waits for an event. False where the stream was closed.
     *
     * @throws Refused where the game is not to be seen, or not any more
     * @throws UncheckedIOException where the server could not be reached for too long
     */
    @Override
    public boolean hasNext() {
        if (next == null && !closed) {
            next = awaited();
        }
        return next != null && !closed;
    }

    @Override
    public Event next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The stream is closed");
        }
        Event event = next;
        next = null;
        if (event == null) {
            throw new NoSuchElementException("The stream is closed");
        }
        seq = event.seq();
        return event;
    }

    /** Itself: it can be walked through once. */
    @Override
    public Iterator<Event> iterator() {
        return this;
    }

    @Override
    public void close() {
        closed = true;
        Lines held = lines;
        if (held != null) {
            held.close();
        }
    }

    private @Nullable Event awaited() {
        while (!closed) {
            Lines held = lines;
            if (held == null) {
                held = opened();
                lines = held;
            }
            String line = closed ? null : held.next(SILENCE);
            if (line == null) {
                held.close();
                lines = null;
            } else if (Json.read(line) instanceof ObjectNode json) {
                Event event = Event.of(json);
                if (event.seq() > seq) {
                    return event;
                }
            }
        }
        return null;
    }

    /** Connects, as often as patience lasts. */
    private Lines opened() {
        var pauses = new Pauses(wire.patience());
        boolean renewed = false;
        while (true) {
            String token = credentials.token();
            var read = new Lines();
            HttpResponse<String> answer;
            try {
                answer = wire.http().send(request(token), info -> body(info, read));
            } catch (IOException e) {
                if (closed || !pauses.wait(Duration.ZERO)) {
                    throw new UncheckedIOException("No answer: GET " + path, e);
                }
                continue;
            } catch (InterruptedException e) {
                throw Pauses.interrupted();
            }
            int status = answer.statusCode();
            if (status == 200) {
                return read;
            }
            if (status == 401 && !renewed && credentials.renew(token)) {
                renewed = true;
            } else if ((status != 429 && status / 100 != 5) || !pauses.wait(Wire.asked(answer))) {
                throw Wire.refused(status, answer.body());
            }
        }
    }

    private HttpRequest request(@Nullable String token) {
        return wire.request(path + "?after=" + seq, token)
                .header("Accept", "application/x-ndjson")
                .build();
    }

    /** The lines go on coming after this: the answer is complete with its head. */
    private static BodySubscriber<String> body(HttpResponse.ResponseInfo info, Lines lines) {
        if (info.statusCode() != 200) {
            return BodyHandlers.ofString().apply(info);
        }
        return new Ongoing(BodySubscribers.fromLineSubscriber(lines));
    }
}
