package nomic.server.live;

import static nomic.server.web.ProblemType.BAD_ARGUMENT;
import static nomic.server.web.ProblemType.UNKNOWN_GAME;

import nomic.game.Command;
import nomic.log.GameId;
import nomic.server.game.CommandId;
import nomic.server.game.Moves;
import nomic.server.game.Orders;
import nomic.server.game.Sight;
import nomic.server.web.Body;
import nomic.server.web.Json;

import org.jspecify.annotations.Nullable;

/** The codec of frames. What cannot be read is rejected. */
final class Frames {
    private static final int LONGEST_TOKEN = 4000;
    private static final int LONGEST_NAME = 100;

    private Frames() {}

    static String write(ClientOut frame) {
        return Json.text(frame);
    }

    /** The id of a frame, whatever else is wrong with it. */
    static @Nullable String id(Body frame) {
        String id = frame.textOrNull("id", LONGEST_NAME);
        if (id != null && !CommandId.isValid(id)) {
            throw BAD_ARGUMENT
                    .because("Member 'id' must have 1 to 100 visible ASCII characters.")
                    .rejection();
        }
        return id;
    }

    static ClientIn read(Body frame, @Nullable String id) {
        String type = frame.text("type", LONGEST_NAME);
        return switch (type) {
            case "authenticate" ->
                    new ClientIn.Authenticate(id, frame.text("token", LONGEST_TOKEN));
            case "subscribe" ->
                    new ClientIn.Subscribe(
                            id,
                            game(frame),
                            frame.number("since", 0, Long.MAX_VALUE, 0),
                            frame.flagOrNull("snapshot"),
                            frame.number("talk", 0, Long.MAX_VALUE, -1),
                            frame.flag("presence", false));
            case "notifications" ->
                    new ClientIn.Notifications(id, frame.number("since", 0, Long.MAX_VALUE, -1));
            case "ping" -> new ClientIn.Ping(id);
            case "unsubscribe" -> new ClientIn.Unsubscribe(id, game(frame));
            case "order" -> move(frame, id, Orders.read(frame), type);
            default -> move(frame, id, Moves.read(type, frame), type);
        };
    }

    private static ClientIn move(
            Body frame, @Nullable String id, @Nullable Command command, String type) {
        if (command == null) {
            throw BAD_ARGUMENT
                    .because(
                            "There are no frames of type '"
                                    + type
                                    + "'; there are authenticate, subscribe, unsubscribe,"
                                    + " notifications, ping, order, "
                                    + Moves.TYPES
                                    + ".")
                    .rejection();
        }
        if (id == null) {
            throw BAD_ARGUMENT
                    .because("Member 'id' is needed: an id of your own for this move.")
                    .rejection();
        }
        return new ClientIn.Move(id, game(frame), command);
    }

    private static GameId game(Body frame) {
        String text = frame.text("game", LONGEST_NAME);
        GameId game = Sight.id(text);
        if (game == null) {
            throw UNKNOWN_GAME
                    .because("There is no game " + text + "; the id of a game is a UUID.")
                    .rejection();
        }
        return game;
    }
}
