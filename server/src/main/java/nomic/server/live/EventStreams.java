package nomic.server.live;

import static nomic.server.web.ProblemType.BAD_PARAMETER;
import static nomic.server.web.ProblemType.BUSY;
import static nomic.server.web.ProblemType.UNKNOWN_GAME;

import nomic.log.GameId;
import nomic.server.game.Sight;
import nomic.server.rate.Places.Seat;
import nomic.server.token.Identity;
import nomic.server.web.Answer;
import nomic.server.web.Problem;
import nomic.server.web.Request;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
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
            throw BUSY.because("There are " + MOST + " streams; try later.")
                    .withHeader("Retry-After", "10")
                    .rejection();
        }
        String address = live.rates().address(request);
        leave(seat(address, who));
        long after = after(request);
        StreamFormat format = format(request);
        return Answer.stream(
                format.mediaType(), out -> write(address, game, who, after, format, out));
    }

    private Seat seat(String address, @Nullable Identity who) {
        return live.rates()
                .streams()
                .of(address, who == null ? null : who.account().id().toString());
    }

    /** Gives a place back that there was; rejects where there was none. */
    private static void leave(Seat seat) {
        switch (seat) {
            case Seat.Taken taken -> taken.close();
            case Seat.Refused(Problem problem) -> throw problem.rejection();
        }
    }

    /** Whether there is a place was answered before; who comes second gets an empty stream. */
    private void write(
            String address,
            GameId game,
            @Nullable Identity who,
            long after,
            StreamFormat format,
            OutputStream out)
            throws IOException {
        if (!(seat(address, who) instanceof Seat.Taken taken)) {
            return;
        }
        try (taken) {
            if (places.tryAcquire()) {
                write(game, who, after, format, out);
            }
        }
    }

    private void write(
            GameId game, @Nullable Identity who, long after, StreamFormat format, OutputStream out)
            throws IOException {
        try (var stream = new EventStream(format, out);
                var _ =
                        live.presence()
                                .enter(game, live.viewer(who), () -> live.sees(game, who), null)) {
            stream.follow(
                    new Cursor<>(live.events(game, who), after, () -> live.sees(game, who), stream),
                    Cursor.Hints.of(live.feed(), game));
        } finally {
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

    private static StreamFormat format(Request request) {
        String best =
                request.best(
                        StreamFormat.LINES.mediaType(),
                        StreamFormat.SERVER_SENT_EVENTS.mediaType());
        return best.equals(StreamFormat.LINES.mediaType())
                ? StreamFormat.LINES
                : StreamFormat.SERVER_SENT_EVENTS;
    }
}
