package nomic.server.talk;

import static nomic.server.web.ProblemType.COMMAND_ID_REUSED;
import static nomic.server.web.ProblemType.NOT_THE_AUTHOR;
import static nomic.server.web.ProblemType.UNKNOWN_MESSAGE;
import static nomic.server.web.ProblemType.UNKNOWN_PROPOSAL;

import nomic.game.GameState;
import nomic.log.GameId;
import nomic.server.account.Accounts;
import nomic.server.door.Doors;
import nomic.server.game.CommandId;
import nomic.server.game.Sight;
import nomic.server.rate.Rates;
import nomic.server.talk.Talk.Posted;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.Body;
import nomic.server.web.Request;
import nomic.server.web.Route;

import java.util.List;

/** Chat in games, and the discussion of proposals. */
public final class TalkRoutes {
    private static final int LONGEST_TEXT = 2000;

    private final Talk talk;
    private final Rooms rooms;
    private final Voices voices;
    private final Sight sight;
    private final Authentication authentication;
    private final Rates rates;
    private final Mentions mentions;

    public TalkRoutes(
            Talk talk,
            Rooms rooms,
            Moderation moderation,
            Sight sight,
            Doors doors,
            Accounts accounts,
            Authentication authentication,
            Rates rates) {
        this.talk = talk;
        this.rooms = rooms;
        this.voices = new Voices(sight, doors, rooms, moderation);
        this.sight = sight;
        this.authentication = authentication;
        this.rates = rates;
        this.mentions = new Mentions(talk, accounts, sight);
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/games/{id}/talk", this::room),
                Route.post("/api/v1/games/{id}/talk", this::change),
                Route.get("/api/v1/games/{id}/messages", this::list),
                Route.post("/api/v1/games/{id}/messages", this::post),
                Route.get("/api/v1/games/{id}/messages/{number}", this::message),
                Route.delete("/api/v1/games/{id}/messages/{number}", this::delete));
    }

    /**
     * The talk of a game.
     *
     * @param spectators whether others than players and master may write
     * @param last counts what was said and changed
     */
    private record RoomView(boolean spectators, long last) {}

    private Answer room(Request request) {
        var _ = sight.of(request);
        return shown(Sight.id(request));
    }

    private Answer shown(GameId game) {
        return Answer.ok(new RoomView(rooms.spectatorsWrite(game), rooms.last(game)));
    }

    private Answer change(Request request) {
        String who = authentication.account(request, Scope.GAME_MASTER).name();
        GameId game = Sight.id(request);
        voices.master(game, who);
        rooms.letSpectatorsWrite(
                game, request.json().flag("spectators", rooms.spectatorsWrite(game)));
        return shown(game);
    }

    private Answer list(Request request) {
        var _ = sight.of(request);
        return Answer.ok(talk.page(Sight.id(request), Page.of(request)));
    }

    private Answer message(Request request) {
        var _ = sight.of(request);
        return Answer.ok(found(talk, request));
    }

    /** The message that a path names; rejects an unknown one. */
    static Message found(Talk talk, Request request) {
        String text = request.path("number");
        Message message =
                text.matches("[0-9]{1,18}")
                        ? talk.find(Sight.id(request), Long.parseLong(text))
                        : null;
        if (message == null) {
            throw UNKNOWN_MESSAGE
                    .because("There is no message " + text + " in this game.")
                    .rejection();
        }
        return message;
    }

    private Answer post(Request request) {
        String who = authentication.account(request, Scope.GAME_PLAY).name();
        GameId game = Sight.id(request);
        String command = CommandId.of(request);
        GameState state = voices.writes(game, who);
        Draft draft = draft(request.json(), who);
        rates.talk(request, who);
        if (draft.proposal() != 0 && !state.proposals().containsKey(draft.proposal())) {
            return Answer.problem(
                    UNKNOWN_PROPOSAL.because(
                            "There is no proposal " + draft.proposal() + " in this game."));
        }
        return switch (talk.post(game, command, draft, mentions.in(draft, game, state))) {
            case Posted.Said(Message message) ->
                    Answer.created(
                            "/api/v1/games/" + game + "/messages/" + message.number(), message);
            case Posted.IdReused _ ->
                    Answer.problem(
                            COMMAND_ID_REUSED.because(
                                    "You have said something else under this Idempotency-Key; send"
                                            + " another."));
        };
    }

    private static Draft draft(Body body, String author) {
        return new Draft(
                author,
                (int) body.number("proposal", 1, Integer.MAX_VALUE, 0),
                body.text("text", LONGEST_TEXT));
    }

    /** Authors delete what they have said wherever it is, also in games that they see no more. */
    private Answer delete(Request request) {
        String who = authentication.account(request, Scope.GAME_PLAY).name();
        GameId game = Sight.id(request);
        String text = request.path("number");
        if (!isAuthor(game, text, who)) {
            var _ = sight.of(game, who);
            Message message = found(talk, request);
            return Answer.problem(
                    NOT_THE_AUTHOR.because(
                            "Only " + message.author() + " can delete this message."));
        }
        talk.delete(game, Long.parseLong(text));
        return Answer.nothing();
    }

    private boolean isAuthor(GameId game, String number, String who) {
        Message message =
                number.matches("[0-9]{1,18}") ? talk.find(game, Long.parseLong(number)) : null;
        return message != null && message.author().equals(who);
    }
}
