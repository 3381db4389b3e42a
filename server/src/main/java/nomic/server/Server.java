package nomic.server;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.websocket.WsConfig;

import nomic.log.GameLog;
import nomic.log.LocalFeed;
import nomic.log.LocalGames;
import nomic.ruleset.Rulesets;
import nomic.server.Operation.Management;
import nomic.server.account.AccountRoutes;
import nomic.server.account.Accounts;
import nomic.server.account.Passwords;
import nomic.server.admin.AdminRoutes;
import nomic.server.admin.ServerRoutes;
import nomic.server.admin.ServerRoutes.Staff;
import nomic.server.bot.BotRoutes;
import nomic.server.bot.Bots;
import nomic.server.door.Doors;
import nomic.server.game.AllGamesRoutes;
import nomic.server.game.CheckRoutes;
import nomic.server.game.DoorRoutes;
import nomic.server.game.GameRoutes;
import nomic.server.game.GameViews;
import nomic.server.game.Gate;
import nomic.server.game.InspectionRoutes;
import nomic.server.game.JavaRoutes;
import nomic.server.game.Lobby;
import nomic.server.game.LobbyRoutes;
import nomic.server.game.MasterRoutes;
import nomic.server.game.MoveRoutes;
import nomic.server.game.PreviewRoutes;
import nomic.server.game.Previews;
import nomic.server.game.Readings;
import nomic.server.game.RecordRoutes;
import nomic.server.game.Sight;
import nomic.server.game.Table;
import nomic.server.game.TemplateRoutes;
import nomic.server.game.WhyRoutes;
import nomic.server.health.Check;
import nomic.server.health.Health;
import nomic.server.hook.Courier;
import nomic.server.hook.HookRoutes;
import nomic.server.hook.Hooks;
import nomic.server.hook.Intake;
import nomic.server.live.Connections;
import nomic.server.live.Live;
import nomic.server.mail.LoggedPost;
import nomic.server.mail.MailSettings;
import nomic.server.mail.Post;
import nomic.server.mail.SmtpPost;
import nomic.server.metrics.Metrics;
import nomic.server.notice.Announcing;
import nomic.server.notice.Follower;
import nomic.server.notice.NoticeRoutes;
import nomic.server.notice.Notices;
import nomic.server.owner.Confirmation;
import nomic.server.owner.OwnerRoutes;
import nomic.server.owner.ResetRoutes;
import nomic.server.rate.Rates;
import nomic.server.store.Database;
import nomic.server.store.PlayedCommands;
import nomic.server.store.StoredGameLog;
import nomic.server.talk.Moderation;
import nomic.server.talk.ModerationRoutes;
import nomic.server.talk.Rooms;
import nomic.server.talk.Talk;
import nomic.server.talk.TalkRoutes;
import nomic.server.token.ApiTokenRoutes;
import nomic.server.token.ApiTokens;
import nomic.server.token.Authentication;
import nomic.server.token.PasswordResets;
import nomic.server.token.SessionRoutes;
import nomic.server.token.Sessions;
import nomic.server.token.SigningKeys;
import nomic.server.token.TokenCareRoutes;
import nomic.server.token.TokenRoutes;
import nomic.server.token.Tokens;
import nomic.server.web.CrossOrigin;
import nomic.server.web.EarlyProblems;
import nomic.server.web.Pages;
import nomic.server.web.Request;
import nomic.server.web.Routes;
import nomic.server.work.Workers;
import nomic.template.Templates;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;

/** A running server: its parts, each made of those before it. */
public final class Server implements AutoCloseable {
    /**
     * What is read of a body before the connection is cut, in bytes: a client that is still sending
     * when the connection closes may never see why its body was refused.
     */
    private static final long MOST_READ = 16L * 1024 * 1024;

    private static final int MOST_REQUESTS = 1000;
    private static final String MANAGEMENT = "management";
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Parts parts;
    private final Routes routes;
    private final Health health;
    private final WebServer web;

    private Server(Settings settings, InstantSource clock, Parts parts) {
        this.parts = parts;
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

        Database database = parts.closed(Start.database(settings));
        var accounts = new Accounts(database.sessions(), clock);
        accounts.noteLooks();
        var metrics = parts.closed(new Metrics());
        var stored = new StoredGameLog(database.sessions(), clock);
        GameLog log = metrics.of(stored);

        var rulesets = Rulesets.onClassPath();
        var sandbox = parts.closed(Sandbox.of(settings, rulesets));
        var intake = new Intake(clock);
        var hooks = new Hooks(database.sessions(), clock);
        var notices = new Notices(database.sessions(), accounts, intake);
        var follower =
                parts.closed(new Follower(log, notices, database.sessions(), List.of(intake)));
        var feed = new Announcing(new LocalFeed(), follower::hint);
        var games =
                parts.closed(
                        new LocalGames(
                                log,
                                feed,
                                metrics.of(sandbox.decider()),
                                clock,
                                FirstSeed::draw,
                                node(settings)));
        log.games().forEach(games::resume);
        follower.start();

        var passwords = new Passwords(parts.closed(new Workers("password", half, 64)));
        var checks = parts.closed(new Workers("check", half, 64));
        var previews =
                new Previews(sandbox.previewer(), parts.closed(new Workers("preview", half, 16)));
        Access access = settings.access();
        var rates = new Rates(access.rates(), access.behindProxy(), clock);
        var keys = new SigningKeys(settings.data(), clock);
        var tokens = new Tokens(keys, clock);
        var sessions = new Sessions(database.sessions(), clock);
        var apiTokens = new ApiTokens(database.sessions(), clock);
        var authentication = new Authentication(tokens, sessions, apiTokens, rates);
        var views = new GameViews(accounts);
        var confirmation = new Confirmation(authentication, passwords, rates);
        var post = parts.closed(post(access.mail()));
        var later = parts.closed(Executors.newVirtualThreadPerTaskExecutor());
        var bots = parts.closed(new Bots(games, feed, sandbox.previewer()));
        bots.resume(log);
        var doors = new Doors(database.sessions(), notices, clock);
        var gate = new Gate(games, doors);
        var table = new Table(games, gate);
        var sight = new Sight(games, gate, authentication);
        parts.closed(new Courier(database.sessions(), settings.webhooks(), accounts, sight, clock))
                .start();
        var rooms = new Rooms(database.sessions());
        var talk = new Talk(database.sessions(), rooms, notices, clock);
        var moderation = new Moderation(database.sessions(), clock);
        var connections = new Connections();
        var live =
                new Live(
                        log, feed, talk, rooms, notices, sight, table, authentication, connections);
        var compiler = metrics.of(sandbox.compiler());
        health =
                new Health(
                        List.of(
                                new Check("database", database::trouble),
                                new Check("workers", () -> trouble(sandbox.staff().get()))),
                        clock);
        Watch.over(metrics, database, stored, games, connections);
        Watch.over(metrics, sandbox.staff());

        var lobby = new Lobby(log, games, doors);
        routes =
                new Routes(
                        List.of(
                                new Pages().routes(),
                                new AccountRoutes(accounts, passwords, rates).routes(),
                                new TokenRoutes(accounts, passwords, sessions, tokens, rates)
                                        .routes(),
                                new TokenCareRoutes(
                                                authentication, tokens, sessions, apiTokens, keys)
                                        .routes(),
                                new SessionRoutes(authentication, sessions).routes(),
                                new ApiTokenRoutes(authentication, apiTokens).routes(),
                                new OwnerRoutes(
                                                authentication,
                                                confirmation,
                                                accounts,
                                                sessions,
                                                apiTokens,
                                                new PlayedCommands(database.sessions()),
                                                talk,
                                                moderation,
                                                notices,
                                                hooks)
                                        .routes(),
                                new ResetRoutes(
                                                accounts,
                                                confirmation,
                                                new PasswordResets(database.sessions(), clock),
                                                sessions,
                                                apiTokens,
                                                post,
                                                rates,
                                                later)
                                        .routes(),
                                new AdminRoutes(authentication, accounts, keys).routes(),
                                new ServerRoutes(
                                                authentication,
                                                accounts,
                                                () -> log.heads().size(),
                                                sandbox.staff(),
                                                Version.TEXT,
                                                database.product(),
                                                clock)
                                        .routes(),
                                new AllGamesRoutes(log, lobby, sight, authentication).routes(),
                                new GameRoutes(
                                                rulesets,
                                                log,
                                                sight,
                                                table,
                                                views,
                                                doors,
                                                authentication,
                                                settings.limits())
                                        .routes(),
                                new LobbyRoutes(lobby, sight, doors, views, authentication)
                                        .routes(),
                                new DoorRoutes(doors, sight, accounts, views, authentication)
                                        .routes(),
                                new TalkRoutes(
                                                talk,
                                                rooms,
                                                moderation,
                                                sight,
                                                doors,
                                                accounts,
                                                authentication,
                                                rates)
                                        .routes(),
                                new HookRoutes(
                                                hooks,
                                                settings.webhooks(),
                                                sight,
                                                authentication,
                                                rates)
                                        .routes(),
                                new NoticeRoutes(notices, authentication).routes(),
                                new ModerationRoutes(
                                                talk,
                                                rooms,
                                                moderation,
                                                sight,
                                                doors,
                                                accounts,
                                                authentication,
                                                rates)
                                        .routes(),
                                new BotRoutes(bots, sight, authentication).routes(),
                                new InspectionRoutes(sight).routes(),
                                new JavaRoutes(sight, compiler, checks).routes(),
                                new MasterRoutes(log, sight, table, views, authentication, rates)
                                        .routes(),
                                new MoveRoutes(sight, table, authentication).routes(),
                                new RecordRoutes(log, sight, new Readings(compiler, checks))
                                        .routes(),
                                new CheckRoutes(compiler, checks, sight).routes(),
                                new TemplateRoutes(Templates.onClassPath(), compiler, checks)
                                        .routes(),
                                new WhyRoutes(
                                                log,
                                                sight,
                                                authentication,
                                                sandbox.decider(),
                                                compiler,
                                                checks)
                                        .routes(),
                                new PreviewRoutes(sight, previews, authentication).routes(),
                                live.routes()),
                        rates::enter);
        web = web(settings, live, metrics);
        parts.closed(web::stop);
        parts.closed(connections);
        parts.closed(games);
        parts.closed(health::stop);
    }

    private static Post post(@Nullable MailSettings mail) {
        return mail == null ? new LoggedPost() : new SmtpPost(mail);
    }

    /** What people read in the database of who owns a game. */
    private static String node(Settings settings) {
        return ProcessHandle.current().pid() + "@" + settings.host() + ":" + settings.port();
    }

    private static @Nullable String trouble(@Nullable Staff staff) {
        return staff == null || (staff.checking().running() > 0 && staff.deciding().running() > 0)
                ? null
                : "No child process that checks or decides is up.";
    }

    private WebServer web(Settings settings, Live live, Metrics metrics) {
        HttpRouting.Builder http = HttpRouting.builder();
        health.into(http);
        routes.into(http);
        var web = WebServer.builder();
        Set<String> origins = settings.access().origins();
        if (!origins.isEmpty()) {
            web.addFeature(CrossOrigin.feature(origins));
        }
        Management management = settings.operation().management();
        if (management != null) {
            HttpRouting.Builder watched = HttpRouting.builder();
            health.intoManagement(watched);
            watched.get(
                    "/metrics",
                    (_, response) ->
                            response.header(HeaderNames.CONTENT_TYPE, Metrics.MEDIA_TYPE)
                                    .send(metrics.text()));
            web.putSocket(
                            MANAGEMENT,
                            ListenerConfig.builder()
                                    .host(management.host())
                                    .port(management.port())
                                    .build())
                    .routing(MANAGEMENT, watched);
        }
        return web.host(settings.host())
                .port(settings.port())
                .maxPayloadSize(MOST_READ)
                .maxConcurrentRequests(MOST_REQUESTS)
                .shutdownGracePeriod(GRACE)
                .shutdownHook(false)
                .directHandlers(EarlyProblems.handlers())
                .addProtocol(WsConfig.builder().maxFrameLength(Request.LARGEST_BODY).build())
                .routing(http)
                .addRouting(live.routing())
                .build();
    }

    /** Starts a server and returns when it listens; throws {@link CannotStart}. */
    public static Server start(Settings settings) {
        return start(settings, InstantSource.system());
    }

    static Server start(Settings settings, InstantSource clock) {
        var parts = new Parts();
        try {
            parts.closed(DataFolder.make(settings.data()));
            var server = new Server(settings, clock, parts);
            Start.listen(settings, server.web);
            return server;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** The port that the server listens on. */
    public int port() {
        return web.port();
    }

    /** The port where health and metrics are read; -1 where they are not. */
    public int managementPort() {
        return web.port(MANAGEMENT);
    }

    /** The address of the server as seen from its own machine. */
    public URI uri() {
        return URI.create("http://localhost:" + port());
    }

    Routes routes() {
        return routes;
    }

    /**
     * Is not ready any more, decides the moves that were taken, says goodbye to sockets, lets
     * requests under way finish, for some seconds, and ends.
     */
    @Override
    public void close() {
        parts.close();
    }
}
