package nomic.server.game;

import nomic.game.GameState;
import nomic.game.GameStatus;
import nomic.log.GameId;
import nomic.server.door.Doors;
import nomic.server.door.Guest;
import nomic.server.game.Lobby.Place;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.Request;
import nomic.server.web.Route;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The list of games, and what they wait for from somebody. */
public final class LobbyRoutes {
    private static final int LONGEST_TEXT = 100;

    private final Lobby lobby;
    private final Sight sight;
    private final Doors doors;
    private final GameViews views;
    private final Authentication authentication;

    public LobbyRoutes(
            Lobby lobby, Sight sight, Doors doors, GameViews views, Authentication authentication) {
        this.lobby = lobby;
        this.sight = sight;
        this.doors = doors;
        this.views = views;
        this.authentication = authentication;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/games", this::list), Route.get("/api/v1/me/todo", this::todo));
    }

    /** Public games, or with {@code mine} those of who asks. */
    private Answer list(Request request) {
        int limit = (int) request.query("limit", 1, 100, 50);
        String since = request.query("since", LONGEST_TEXT);
        return Answer.ok(
                lobby.after(since == null ? null : new GameId(since)).stream()
                        .filter(wanted(request))
                        .limit(limit)
                        .map(place -> place.card().game())
                        .map(id -> views.of(id, sight.whole(id), sight.viewer(request)))
                        .toList());
    }

    private Predicate<Place> wanted(Request request) {
        GameStatus status = request.query("status", GameStatus.class);
        String ruleset = request.query("ruleset", LONGEST_TEXT);
        String name = request.query("q", LONGEST_TEXT);
        Flag mine = request.query("mine", Flag.class);
        Flag joinable = request.query("joinable", Flag.class);
        Predicate<Place> seen =
                mine == Flag.TRUE
                        ? mine(authentication.account(request, Scope.GAME_READ).name())
                        : Place::isPublic;
        return seen.and(place -> status == null || place.card().status() == status)
                .and(place -> ruleset == null || place.card().ruleset().equals(ruleset))
                .and(place -> contains(place.card().name(), name))
                .and(place -> joinable == null || place.isJoinable() == (joinable == Flag.TRUE));
    }

    private static boolean contains(String name, @Nullable String part) {
        return part == null
                || name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private Predicate<Place> mine(String who) {
        Set<GameId> invited = new HashSet<>();
        for (Guest guest : doors.guest(who)) {
            if (guest.standing() == Guest.Standing.INVITED) {
                invited.add(guest.game());
            }
        }
        return place ->
                place.card().members().contains(who)
                        || (invited.contains(place.card().game())
                                && sight.sees(place.card().game(), who));
    }

    private Answer todo(Request request) {
        String who = authentication.account(request, Scope.GAME_READ).name();
        var todo = new ArrayList<Todo>();
        for (Place place : lobby.after(null)) {
            if (place.card().members().contains(who)) {
                GameId id = place.card().game();
                GameState state = sight.whole(id).state();
                todo.addAll(Todo.of(id.value(), state, who));
                if (place.door().approval() && state.master().equals(who)) {
                    todo.addAll(asking(id, state));
                }
            }
        }
        for (Guest guest : doors.guest(who)) {
            if (guest.standing() == Guest.Standing.INVITED && sight.sees(guest.game(), who)) {
                GameState state = sight.whole(guest.game()).state();
                if (!state.players().containsKey(who) && state.status() != GameStatus.FINISHED) {
                    todo.add(Todo.join(guest.game().value(), state.name()));
                }
            }
        }
        return Answer.ok(todo);
    }

    private List<Todo> asking(GameId id, GameState state) {
        return state.status() == GameStatus.FINISHED
                ? List.of()
                : doors.guests(id).stream()
                        .filter(guest -> guest.standing() == Guest.Standing.ASKING)
                        .filter(guest -> !state.players().containsKey(guest.player()))
                        .map(guest -> Todo.letIn(id.value(), state.name(), guest.player()))
                        .toList();
    }
}
