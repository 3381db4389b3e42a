package nomic.server.live;

import static nomic.server.web.ProblemType.BAD_PARAMETER;
import static nomic.server.web.ProblemType.BUSY;
import static nomic.server.web.ProblemType.UNKNOWN_GAME;

import nomic.log.GameId;
import nomic.server.game.Sight;
import nomic.server.token.Identity;
import nomic.server.web.Answer;
import nomic.server.web.Request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/** The events of a game as they happen, over plain HTTP: for clients that want no socket. */
final class EventStreams {
    private static final int MOST = 400;

    private final Live live;
    private final Semaphore places = new Semaphore(MOST);

    EventStreams(Live live) {
        this.live = live;
    }

    Answer answer(Request request) {
        GameId game = Sight.id(request);
        Identity who =
                request.header("Authorization") == null
                        ? null
                        : live.authentication().identity(request);
        if (!live.sees(game, who)) {
            throw UNKNOWN_GAME.because("There is no game " + game + ".").rejection();
        }
        if (places.availablePermits() == 0) {
            throw BUSY.because("There are " + MOST + " streams; try later.").rejection();
        }
        long after = after(request);
        StreamFormat format = format(request.header("Accept"));
        return Answer.stream(format.mediaType(), out -> write(game, who, after, format, out));
    }

    private void write(
            GameId game, @Nullable Identity who, long after, StreamFormat format, OutputStream out)
            throws IOException {
        if (!places.tryAcquire()) {
            return;
        }
        var stream = new EventStream(format, out);
        live.connections().add(stream);
        try (stream) {
            stream.follow(
                    new Cursor<>(live.events(game, who), after, () -> live.sees(game, who), stream),
                    Cursor.Hints.of(live.feed(), game));
        } finally {
            live.connections().remove(stream);
            places.release();
        }
    }

    /** The last event that the client has: a browser that connects again says it in a header. */
    private static long after(Request request) {
        String last = request.header("Last-Event-ID");
        if (last == null) {
            return request.query("after", 0, Long.MAX_VALUE, 0);
        }
        if (!last.matches("[0-9]{1,18}")) {
            throw BAD_PARAMETER.because("'Last-Event-ID' must be a whole number").rejection();
        }
        return Long.parseLong(last);
    }

    private static StreamFormat format(@Nullable String accept) {
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/event-stream")
                ? StreamFormat.SERVER_SENT_EVENTS
                : StreamFormat.LINES;
    }
}
