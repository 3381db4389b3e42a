package nomic.server.talk;

import static nomic.server.web.ProblemType.BAD_ARGUMENT;
import static nomic.server.web.ProblemType.HIDDEN_BY_ADMINISTRATOR;
import static nomic.server.web.ProblemType.UNKNOWN_ACCOUNT;
import static nomic.server.web.ProblemType.UNKNOWN_MESSAGE;
import static nomic.server.web.ProblemType.UNKNOWN_REPORT;

import nomic.game.GameState;
import nomic.log.GameId;
import nomic.server.account.Account;
import nomic.server.account.AccountName;
import nomic.server.account.Accounts;
import nomic.server.door.Doors;
import nomic.server.game.Sight;
import nomic.server.rate.Rates;
import nomic.server.talk.Message.Remover;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.Body;
import nomic.server.web.Rejection;
import nomic.server.web.Request;
import nomic.server.web.Route;
import nomic.server.web.Section;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How game masters keep order in what is said, and what administrators see of it. */
public final class ModerationRoutes {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_MINUTES = 366 * 24 * 60;

    private final Talk talk;
    private final Moderation moderation;
    private final Voices voices;
    private final Sight sight;
    private final Accounts accounts;
    private final Authentication authentication;
    private final Rates rates;

    public ModerationRoutes(
            Talk talk,
            Rooms rooms,
            Moderation moderation,
            Sight sight,
            Doors doors,
            Accounts accounts,
            Authentication authentication,
            Rates rates) {
        this.talk = talk;
        this.moderation = moderation;
        this.voices = new Voices(sight, doors, rooms, moderation);
        this.sight = sight;
        this.accounts = accounts;
        this.authentication = authentication;
        this.rates = rates;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/api/v1/games/{id}/messages/{number}/hiding", this::hide),
                Route.delete("/api/v1/games/{id}/messages/{number}/hiding", this::show),
                Route.post("/api/v1/games/{id}/messages/{number}/reports", this::report),
                Route.get("/api/v1/games/{id}/reports", this::reports),
                Route.post("/api/v1/games/{id}/reports/{number}/dismiss", this::dismiss),
                Route.get("/api/v1/games/{id}/mutes", this::mutes),
                Route.post("/api/v1/games/{id}/mutes", this::mute),
                Route.delete("/api/v1/games/{id}/mutes/{name}", this::unmute),
                Route.get("/api/v1/admin/reports", this::all),
                Route.post("/api/v1/admin/reports/{number}/hiding", this::hideReported));
    }

    private Answer hide(Request request) {
        String _ = master(request);
        Message message = changeable(request);
        String reason = request.json().text("reason", LONGEST_REASON);
        return hidden(Sight.id(request), message.number(), Remover.MASTER, reason);
    }

    /** Hides a message and closes what was reported of it. */
    private Answer hidden(GameId game, long number, Remover by, String reason) {
        Message message = talk.hide(game, number, by, reason);
        moderation.close(game.value(), number);
        return message == null
                ? Answer.problem(
                        UNKNOWN_MESSAGE.because(
                                "There is no message " + number + ", or its author deleted it."))
                : Answer.ok(message);
    }

    /** The message of the path; rejects one that an administrator has hidden. */
    private Message changeable(Request request) {
        Message message = TalkRoutes.found(talk, request);
        if (message.isHiddenByAdministrator()) {
            throw HIDDEN_BY_ADMINISTRATOR
                    .because("What an administrator of the server has hidden stays hidden.")
                    .rejection();
        }
        return message;
    }

    private Answer show(Request request) {
        String _ = master(request);
        Message message = changeable(request);
        Message shown = talk.show(Sight.id(request), message.number());
        return Answer.ok(shown == null ? message : shown);
    }

    private Answer report(Request request) {
        String who = authentication.account(request, Scope.GAME_PLAY).name();
        GameId game = Sight.id(request);
        var _ = sight.of(game, who);
        Message message = TalkRoutes.found(talk, request);
        String reason = request.json().text("reason", LONGEST_REASON);
        rates.talk(request, who);
        if (message.text() == null) {
            return Answer.problem(UNKNOWN_MESSAGE.because("The message was removed before."));
        }
        moderation.report(game, message, who, reason);
        return Answer.nothing();
    }

    /** A report as the master sees it, who does not learn who made it. */
    private record ReportView(
            long number, long message, String author, String text, String reason, Instant at) {
        static ReportView of(Report report) {
            return new ReportView(
                    report.number(),
                    report.message(),
                    report.author(),
                    report.text(),
                    report.reason(),
                    report.at());
        }
    }

    private Answer reports(Request request) {
        String _ = master(request);
        return Answer.ok(
                moderation.open(Sight.id(request), since(request), limit(request)).stream()
                        .map(ReportView::of)
                        .toList());
    }

    private static long since(Request request) {
        return request.query("since", 0, Long.MAX_VALUE, 0);
    }

    private static int limit(Request request) {
        return (int) request.query("limit", 1, 100, 50);
    }

    private Answer dismiss(Request request) {
        String _ = master(request);
        Report report = reported(request);
        if (!report.game().equals(Sight.id(request).value())) {
            throw unknown(request);
        }
        moderation.close(report.game(), report.message());
        return Answer.nothing();
    }

    private Report reported(Request request) {
        String text = request.path("number");
        Report report =
                text.matches("[0-9]{1,18}") ? moderation.report(Long.parseLong(text)) : null;
        if (report == null) {
            throw unknown(request);
        }
        return report;
    }

    private static Rejection unknown(Request request) {
        return UNKNOWN_REPORT
                .because("There is no report " + request.path("number") + ".")
                .rejection();
    }

    private Answer mutes(Request request) {
        String _ = master(request);
        return Answer.ok(
                Section.byName(request, moderation.mutes(Sight.id(request)), Mute::player));
    }

    private Answer mute(Request request) {
        String who = authentication.account(request, Scope.GAME_MASTER).name();
        GameId game = Sight.id(request);
        GameState state = voices.master(game, who);
        Body body = request.json();
        String reason = body.text("reason", LONGEST_REASON);
        Account account = accounts.byName(body.text("player", LONGEST_NAME));
        if (account == null) {
            return Answer.problem(UNKNOWN_ACCOUNT.because("Nobody here has this name."));
        }
        if (account.name().equals(state.master())) {
            return Answer.problem(BAD_ARGUMENT.because("The game master cannot be muted."));
        }
        return Answer.ok(moderation.mute(game, account.name(), reason, time(body)));
    }

    private static @Nullable Duration time(Body body) {
        long minutes = body.number("minutes", 1, MOST_MINUTES, 0);
        return minutes == 0 ? null : Duration.ofMinutes(minutes);
    }

    private Answer unmute(Request request) {
        String _ = master(request);
        String name = request.path("name");
        String normal = AccountName.normal(name);
        Account account = normal == null ? null : accounts.byName(normal);
        moderation.unmute(Sight.id(request), account == null ? name : account.name());
        return Answer.nothing();
    }

    /** The name of the master of the game of the path, who asks. */
    private String master(Request request) {
        String who = authentication.account(request, Scope.GAME_MASTER).name();
        return voices.master(Sight.id(request), who).master();
    }

    private Answer all(Request request) {
        authentication.account(request, Scope.ADMIN);
        return Answer.ok(moderation.all(since(request), limit(request)));
    }

    /** Administrators see no games that others do not; they hide what was reported to them. */
    private Answer hideReported(Request request) {
        authentication.account(request, Scope.ADMIN);
        Report report = reported(request);
        String reason = request.json().text("reason", LONGEST_REASON);
        return hidden(new GameId(report.game()), report.message(), Remover.ADMINISTRATOR, reason);
    }
}
