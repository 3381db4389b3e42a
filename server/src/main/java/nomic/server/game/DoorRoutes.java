package nomic.server.game;

import nomic.log.GameId;
import nomic.log.Games.Snapshot;
import nomic.server.account.Account;
import nomic.server.account.Accounts;
import nomic.server.door.Door;
import nomic.server.door.Doors;
import nomic.server.door.Guest;
import nomic.server.door.Visibility;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.Body;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;
import nomic.server.web.Route;
import nomic.server.web.Section;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may see and join a game: its door, and those whom the master invites or lets in. */
public final class DoorRoutes {
    private static final int LONGEST_NAME = 100;

    private final Doors doors;
    private final Sight sight;
    private final Accounts accounts;
    private final GameViews views;
    private final Authentication authentication;

    public DoorRoutes(
            Doors doors,
            Sight sight,
            Accounts accounts,
            GameViews views,
            Authentication authentication) {
        this.doors = doors;
        this.sight = sight;
        this.accounts = accounts;
        this.views = views;
        this.authentication = authentication;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/games/{id}/door", this::door),
                Route.post("/api/v1/games/{id}/door", this::change),
                Route.get("/api/v1/games/{id}/guests", this::guests),
                Route.post("/api/v1/games/{id}/guests", this::invite),
                Route.post("/api/v1/games/{id}/guests/{name}/remove", this::remove),
                Route.post("/api/v1/games/{id}/invitation-link", this::link),
                Route.post("/api/v1/games/{id}/accept", this::accept));
    }

    private record GuestView(String player, boolean bot, Guest.Standing standing, Instant at) {
        static GuestView of(Guest guest, Set<String> bots) {
            String player = guest.player();
            return new GuestView(player, bots.contains(player), guest.standing(), guest.at());
        }
    }

    private record RemovedView(boolean removed) {}

    private record LinkView(String key) {}

    /** The member {@code visibility} of a body. */
    static Visibility visibility(Body body, Visibility absent) {
        return body.textOrNull("visibility", LONGEST_NAME) == null
                ? absent
                : body.choice("visibility", Visibility.class);
    }

    private Answer door(Request request) {
        var _ = sight.of(request);
        return Answer.ok(doors.of(Sight.id(request)));
    }

    private Answer change(Request request) {
        GameId game = mastered(request);
        Door before = doors.of(game);
        Body body = request.json();
        doors.set(
                game,
                visibility(body, before.visibility()),
                body.flag("approval", before.approval()));
        return Answer.ok(doors.of(game));
    }

    private Answer guests(Request request) {
        List<Guest> guests =
                Section.byName(request, doors.guests(mastered(request)), Guest::player);
        Set<String> bots =
                accounts.bots(guests.stream().map(Guest::player).collect(Collectors.toSet()));
        return Answer.ok(guests.stream().map(guest -> GuestView.of(guest, bots)).toList());
    }

    /** Whoever is invited need not ask. */
    private Answer invite(Request request) {
        GameId game = mastered(request);
        String name = request.json().text("player", LONGEST_NAME);
        Account account = accounts.byName(name);
        if (account == null) {
            return Answer.problem(
                    ProblemType.UNKNOWN_ACCOUNT.because("Nobody here has this name."));
        }
        Guest guest = doors.invite(game, account.name());
        return Answer.ok(GuestView.of(guest, account.bot() ? Set.of(account.name()) : Set.of()));
    }

    /** The master turns somebody away, or a guest declines. */
    private Answer remove(Request request) {
        String name = request.path("name");
        GameId game = Sight.id(request);
        Account asks = authentication.identity(request).account();
        if (!asks.name().equals(name)) {
            return Answer.ok(new RemovedView(doors.remove(mastered(request), name)));
        }
        String guest = authentication.account(request, Scope.GAME_PLAY).name();
        var _ = sight.of(game, guest);
        return Answer.ok(new RemovedView(doors.remove(game, guest)));
    }

    private Answer link(Request request) {
        return Answer.ok(new LinkView(doors.newLink(mastered(request))));
    }

    /** Says nothing of a game to who has not the key. */
    private Answer accept(Request request) {
        Account account = authentication.account(request, Scope.GAME_PLAY);
        GameId game = Sight.id(request);
        if (!doors.fits(game, request.json().text("key", LONGEST_NAME))) {
            return Answer.problem(
                    ProblemType.UNKNOWN_INVITATION.because(
                            "The link is not valid, or no longer; ask for another."));
        }
        doors.accept(game, account.name());
        return Answer.ok(views.of(game, sight.whole(game), account.name()));
    }

    /** The game of the path, whose master asks. */
    private GameId mastered(Request request) {
        String asks = authentication.account(request, Scope.GAME_MASTER).name();
        GameId game = Sight.id(request);
        requireMaster(sight.of(game, asks), asks);
        return game;
    }

    private static void requireMaster(Snapshot game, String asks) {
        if (!game.state().master().equals(asks)) {
            throw ProblemType.NOT_THE_MASTER
                    .because("Only the game master " + game.state().master() + " can do this.")
                    .rejection();
        }
    }
}
