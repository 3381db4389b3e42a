package nomic.server.hook;

import static nomic.server.web.ProblemType.BAD_ARGUMENT;
import static nomic.server.web.ProblemType.TOO_MANY_WEBHOOKS;
import static nomic.server.web.ProblemType.UNKNOWN_DELIVERY;
import static nomic.server.web.ProblemType.UNKNOWN_GAME;
import static nomic.server.web.ProblemType.UNKNOWN_WEBHOOK;

import nomic.log.GameId;
import nomic.server.game.Sight;
import nomic.server.rate.Rates;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.Body;
import nomic.server.web.Json;
import nomic.server.web.Rejection;
import nomic.server.web.Request;
import nomic.server.web.Route;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes, shows and ends webhooks, and shows what was sent to them. */
public final class HookRoutes {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_URL = 2000;

    private final Hooks hooks;
    private final Reach reach;
    private final Sight sight;
    private final Authentication authentication;
    private final Rates rates;

    public HookRoutes(
            Hooks hooks, Reach reach, Sight sight, Authentication authentication, Rates rates) {
        this.hooks = hooks;
        this.reach = reach;
        this.sight = sight;
        this.authentication = authentication;
        this.rates = rates;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/me/webhooks", this::list),
                Route.post("/api/v1/me/webhooks", this::make),
                Route.delete("/api/v1/me/webhooks/{id}", this::end),
                Route.post("/api/v1/me/webhooks/{id}/enable", this::enable),
                Route.post("/api/v1/me/webhooks/{id}/ping", this::ping),
                Route.get("/api/v1/me/webhooks/{id}/deliveries", this::deliveries),
                Route.post(
                        "/api/v1/me/webhooks/{id}/deliveries/{delivery}/redeliver",
                        this::redeliver));
    }

    /** A new webhook, with the secret that is shown this once. */
    private record MadeView(
            UUID id,
            String url,
            List<String> types,
            @Nullable String game,
            Instant created,
            @Nullable Instant failing,
            @Nullable String disabled,
            String secret) {
        static MadeView of(Hooks.Made made) {
            Hook hook = made.hook();
            return new MadeView(
                    hook.id(),
                    hook.url(),
                    hook.types(),
                    hook.game(),
                    hook.created(),
                    hook.failing(),
                    hook.disabled(),
                    made.secret());
        }
    }

    private String owner(Request request) {
        return authentication.account(request, Scope.ACCOUNT).name();
    }

    private Answer list(Request request) {
        return Answer.ok(hooks.of(owner(request)));
    }

    private Answer make(Request request) {
        String who = owner(request);
        Wish wish = wish(request.json(), who);
        rates.call(request, who);
        Hooks.Made made = hooks.make(who, wish);
        return made == null
                ? Answer.problem(
                        TOO_MANY_WEBHOOKS.because(
                                "An account has at most "
                                        + Hooks.MOST
                                        + " webhooks; end one that you do not need."))
                : new Answer(
                        201,
                        Answer.JSON,
                        Json.bytes(MadeView.of(made)),
                        Map.of("Cache-Control", "no-store"));
    }

    private Wish wish(Body body, String who) {
        String url = body.text("url", LONGEST_URL);
        String refusal = reach.refuses(url);
        if (refusal != null) {
            throw BAD_ARGUMENT.because("Member 'url' " + refusal + ".").rejection();
        }
        List<String> types = body.texts("types", LONGEST_NAME).stream().distinct().toList();
        if (types.isEmpty() || !Topic.WORDS.containsAll(types)) {
            throw BAD_ARGUMENT
                    .because("Member 'types' lists one or more of " + Topic.WORDS + ".")
                    .rejection();
        }
        String game = body.textOrNull("game", LONGEST_NAME);
        if (game == null && types.contains(Topic.EVENT)) {
            throw BAD_ARGUMENT
                    .because("Member 'game' is needed for 'event': the id of one game.")
                    .rejection();
        }
        return new Wish(url, types, game == null ? null : seen(game, who).value());
    }

    private GameId seen(String text, String who) {
        GameId game = Sight.id(text);
        if (game == null || !sight.sees(game, who)) {
            throw UNKNOWN_GAME.because("There is no game " + text + ".").rejection();
        }
        return game;
    }

    private Answer end(Request request) {
        String who = owner(request);
        if (!hooks.end(who, id(request))) {
            throw unknown();
        }
        return Answer.nothing();
    }

    /** The id of the path; one that is none is that of no webhook. */
    private static UUID id(Request request) {
        return parsed(request.path("id"), unknown());
    }

    private static UUID parsed(String text, Rejection otherwise) {
        GameId id = Sight.id(text);
        if (id == null) {
            throw otherwise;
        }
        return UUID.fromString(id.value());
    }

    private static Rejection unknown() {
        return UNKNOWN_WEBHOOK.because("You have no webhook of this id.").rejection();
    }

    private Answer enable(Request request) {
        Hook hook = hooks.enable(owner(request), id(request));
        if (hook == null) {
            throw unknown();
        }
        return Answer.ok(hook);
    }

    private Answer ping(Request request) {
        String who = owner(request);
        UUID id = id(request);
        rates.call(request, who);
        Delivery delivery = hooks.ping(who, id);
        if (delivery == null) {
            throw unknown();
        }
        return accepted(delivery);
    }

    private static Answer accepted(Delivery delivery) {
        return new Answer(202, Answer.JSON, Json.bytes(delivery), Map.of());
    }

    private Answer deliveries(Request request) {
        String who = owner(request);
        long before = request.query("before", 1, Long.MAX_VALUE, Long.MAX_VALUE);
        int limit = (int) request.query("limit", 1, 100, 50);
        List<Delivery> some = hooks.deliveries(who, id(request), before, limit);
        if (some == null) {
            throw unknown();
        }
        return Answer.ok(some);
    }

    private Answer redeliver(Request request) {
        String who = owner(request);
        UUID hook = id(request);
        Rejection none = UNKNOWN_DELIVERY.because("The webhook has no such delivery.").rejection();
        UUID id = parsed(request.path("delivery"), none);
        rates.call(request, who);
        Delivery delivery = hooks.redeliver(who, hook, id);
        if (delivery == null) {
            throw none;
        }
        return accepted(delivery);
    }
}
