package nomic.server.live;

import static nomic.server.web.ProblemType.MALFORMED_REQUEST;
import static nomic.server.web.ProblemType.UPGRADE_REQUIRED;

import nomic.log.Feed;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Games;
import nomic.server.game.GameViews;
import nomic.server.game.Sight;
import nomic.server.game.Table;
import nomic.server.notice.Notice;
import nomic.server.notice.Notices;
import nomic.server.rate.Rates;
import nomic.server.talk.Rooms;
import nomic.server.talk.Talk;
import nomic.server.token.Authentication;
import nomic.server.token.Identity;
import nomic.server.web.Answer;
import nomic.server.web.Json;
import nomic.server.web.Request;
import nomic.server.web.Route;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The socket at {@code /ws}: everything that its connections share. */
public final class Live implements AutoCloseable {
    static final String PATH = "/ws";

    private final GameLog log;
    private final Feed feed;
    private final Talk talk;
    private final Rooms rooms;
    private final Notices notices;
    private final Sight sight;
    private final Table table;
    private final GameViews views;
    private final Authentication authentication;
    private final Rates rates;
    private final InstantSource clock;
    private final Pulse pulse;
    private final Sockets sockets = new Sockets();
    private final Presence presence;

    public Live(
            GameLog log,
            Feed feed,
            Talk talk,
            Rooms rooms,
            Notices notices,
            Sight sight,
            Table table,
            GameViews views,
            Authentication authentication,
            Rates rates,
            InstantSource clock,
            Pulse pulse) {
        this.log = log;
        this.feed = feed;
        this.talk = talk;
        this.rooms = rooms;
        this.notices = notices;
        this.sight = sight;
        this.table = table;
        this.views = views;
        this.authentication = authentication;
        this.rates = rates;
        this.clock = clock;
        this.pulse = pulse;
        this.presence = new Presence(game -> sight.whole(game).state());
    }

    /** What opens sockets. */
    public SocketProtocol protocol() {
        return new SocketProtocol(this);
    }

    /** How many sockets are open. */
    public int open() {
        return sockets.count();
    }

    /**
     * Tells all sockets that the server ends, writes what waits for them, and ends them: within
     * some seconds, whether their clients read or not.
     */
    public void goodbye() {
        sockets.end(End.GOING_AWAY);
    }

    @Override
    public void close() {
        goodbye();
        presence.close();
    }

    Feed feed() {
        return feed;
    }

    Rooms rooms() {
        return rooms;
    }

    Notices notices() {
        return notices;
    }

    Table table() {
        return table;
    }

    Authentication authentication() {
        return authentication;
    }

    Rates rates() {
        return rates;
    }

    Pulse pulse() {
        return pulse;
    }

    Presence presence() {
        return presence;
    }

    /** The name under which somebody watches games; null for who is a stranger to them. */
    @Nullable String viewer(@Nullable Identity who) {
        return sight.viewer(who);
    }

    Sockets sockets() {
        return sockets;
    }

    Instant now() {
        return clock.instant();
    }

    /** What a request meets that is no upgrade, or whose upgrade was refused. */
    public List<Route> routes() {
        var streams = new EventStreams(this);
        return List.of(
                Route.get(PATH, this::notUpgraded),
                Route.get("/api/v1/games/{id}/presence", this::presence),
                Route.get("/api/v1/games/{id}/stream", streams::answer)
                        .as(
                                StreamFormat.LINES.mediaType(),
                                StreamFormat.SERVER_SENT_EVENTS.mediaType()));
    }

    private Answer presence(Request request) {
        Games.Snapshot _ = sight.of(request); // rejects who does not see it
        return Answer.ok(presence.of(Sight.id(request)));
    }

    private Answer notUpgraded(Request request) {
        if (request.header("Upgrade") == null) {
            return Answer.problem(
                    UPGRADE_REQUIRED
                            .because("Open a WebSocket at this path.")
                            .withHeader("Upgrade", "websocket")
                            .withHeader("Connection", "Upgrade"));
        }
        String version = request.header("Sec-WebSocket-Version");
        if (!Handshake.WEB_SOCKET_VERSION.equals(version)) {
            return Answer.problem(
                    UPGRADE_REQUIRED
                            .because("Open a WebSocket of version 13.")
                            .withHeader("Sec-WebSocket-Version", Handshake.WEB_SOCKET_VERSION));
        }
        String protocols = request.header("Sec-WebSocket-Protocol");
        return Answer.problem(
                protocols == null
                        ? MALFORMED_REQUEST.because("The WebSocket handshake is not valid.")
                        : authentication.invalid());
    }

    /** A subscription of somebody, who may be a stranger; it ends when the game is hidden. */
    Subscription subscription(
            ClientIn.Subscribe subscribe, long after, @Nullable Identity who, Outbox outbox) {
        GameId game = subscribe.game();
        BooleanSupplier seen = () -> sees(game, who);
        var said = new Said(talk, game, outbox);
        long since = subscribe.talk() < 0 ? rooms.last(game) : subscribe.talk();
        Presence.Watcher watcher =
                presence.enter(game, sight.viewer(who), seen, subscribe.presence() ? outbox : null);
        return new Subscription(
                new Cursor<>(events(game, who), after, seen, new SocketSink(game, outbox, watcher)),
                new Cursor<>(said, since, seen, said),
                watcher);
    }

    /** The number of the last event of a game that is known here. */
    long head(GameId game) {
        return sight.whole(game).head();
    }

    /** Whether the log has an event, which may be newer than what is known here. */
    boolean hasHappened(GameId game, long seq) {
        return !log.read(game, seq - 1, 1).isEmpty();
    }

    /** A game as somebody sees it now; null is a stranger. */
    ClientOut.Snapshot snapshot(GameId game, @Nullable Identity who) {
        Games.Snapshot now = sight.whole(game);
        return new ClientOut.Snapshot(
                game.value(), now.head(), Json.tree(views.of(game, now, sight.viewer(who))));
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
