package nomic.server.live;

import static nomic.server.web.ProblemType.MALFORMED_REQUEST;
import static nomic.server.web.ProblemType.UPGRADE_REQUIRED;

import io.helidon.webserver.websocket.WsRouting;

import nomic.log.Feed;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.server.game.Sight;
import nomic.server.game.Table;
import nomic.server.notice.Notice;
import nomic.server.notice.Notices;
import nomic.server.talk.Rooms;
import nomic.server.talk.Talk;
import nomic.server.token.Authentication;
import nomic.server.token.Identity;
import nomic.server.web.Answer;
import nomic.server.web.Request;
import nomic.server.web.Route;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BooleanSupplier;

/** The socket at {@code /ws}: everything that its connections share. */
public record Live(
        GameLog log,
        Feed feed,
        Talk talk,
        Rooms rooms,
        Notices notices,
        Sight sight,
        Table table,
        Authentication authentication,
        Connections connections) {
    private static final String PATH = "/ws";

    public WsRouting.Builder routing() {
        return WsRouting.builder().endpoint(PATH, () -> new LiveSocket(this));
    }

    /** What a request meets that is no upgrade, or whose upgrade was refused. */
    public List<Route> routes() {
        var streams = new EventStreams(this);
        return List.of(
                Route.get(PATH, this::notUpgraded),
                Route.get("/api/v1/games/{id}/stream", streams::answer));
    }

    private Answer notUpgraded(Request request) {
        if (request.header("Upgrade") == null) {
            return Answer.problem(
                    UPGRADE_REQUIRED
                            .because("Open a WebSocket at this path.")
                            .withHeader("Upgrade", "websocket")
                            .withHeader("Connection", "Upgrade"));
        }
        String protocols = request.header("Sec-WebSocket-Protocol");
        return Answer.problem(
                protocols == null
                        ? MALFORMED_REQUEST.because("The WebSocket handshake is not valid.")
                        : authentication.invalid());
    }

    /** A subscription of somebody, who may be a stranger; it ends when the game is hidden. */
    Subscription subscription(ClientIn.Subscribe subscribe, @Nullable Identity who, Outbox outbox) {
        GameId game = subscribe.game();
        BooleanSupplier seen = () -> sees(game, who);
        var said = new Said(talk, game, outbox);
        long since = subscribe.talk() < 0 ? rooms.last(game) : subscribe.talk();
        return new Subscription(
                new Cursor<>(
                        events(game, who), subscribe.since(), seen, new SocketSink(game, outbox)),
                new Cursor<>(said, since, seen, said));
    }

    /** The events of a game as somebody sees them; null is a stranger. */
    Events events(GameId game, @Nullable Identity who) {
        return new Events(
                log,
                sight.veil(),
                game,
                () -> sight.viewer(who == null || authentication.stands(who) ? who : null));
    }

    /** What somebody is told after a number; negative for what was not read. */
    Cursor<Notice> told(long since, Identity who, Outbox outbox) {
        String account = who.account().name();
        long from = since < 0 ? notices.standing(account).read() : since;
        var told = new Told(notices, account, authentication.invalid(), outbox);
        return new Cursor<>(told, from, () -> authentication.stands(who), told);
    }

    /** Whether a game is there for somebody; null is a stranger. */
    boolean sees(GameId game, @Nullable Identity who) {
        return sight.sees(game, who == null || authentication.stands(who) ? who : null);
    }
}
