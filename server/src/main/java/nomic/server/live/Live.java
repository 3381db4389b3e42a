package nomic.server.live;

import static nomic.server.web.ProblemType.MALFORMED_REQUEST;
import static nomic.server.web.ProblemType.UPGRADE_REQUIRED;

import io.helidon.webserver.websocket.WsRouting;

import nomic.log.Feed;
import nomic.log.GameLog;
import nomic.server.game.Sight;
import nomic.server.game.Table;
import nomic.server.token.Authentication;
import nomic.server.web.Answer;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.List;

/** The socket at {@code /ws}: everything that its connections share. */
public record Live(
        GameLog log, Feed feed, Sight sight, Table table, Authentication authentication) {
    private static final String PATH = "/ws";

    public WsRouting.Builder routing() {
        return WsRouting.builder().endpoint(PATH, () -> new LiveSocket(this));
    }

    /** What a request meets that is no upgrade, or whose upgrade was refused. */
    public List<Route> routes() {
        return List.of(Route.get(PATH, this::notUpgraded));
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

    Cursor cursor(ClientIn.Subscribe subscribe, Outbox outbox) {
        return new Cursor(log, subscribe.game(), subscribe.since(), outbox);
    }
}
