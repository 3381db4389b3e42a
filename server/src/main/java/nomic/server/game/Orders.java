package nomic.server.game;

import nomic.game.Command.Order;
import nomic.server.web.Body;
import nomic.server.web.ProblemType;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the orders of game masters, the same in HTTP bodies and socket frames. */
public final class Orders {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;
    private static final String NAMES =
            "pause, resume, suspend-rule, reinstate-rule, change-limits, kick, hand-over, end-game"
                    + " and roll-back";

    private Orders() {}

    /** The order that the member {@code order} names, with the members that it needs. */
    public static Order read(Body body) {
        String name = body.text("order", LONGEST_NAME);
        return switch (name) {
            case "pause" -> new Order.Pause(reason(body));
            case "resume" -> new Order.Resume();
            case "suspend-rule" -> new Order.SuspendRule(rule(body), reason(body));
            case "reinstate-rule" -> new Order.ReinstateRule(rule(body), reason(body));
            case "change-limits" -> new Order.ChangeLimits(limits(body), reason(body));
            case "kick" -> new Order.Kick(player(body), reason(body));
            case "hand-over" -> new Order.HandOver(player(body));
            case "end-game" -> new Order.EndGame(reason(body));
            case "roll-back" ->
                    new Order.RollBack(body.number("to", 0, Long.MAX_VALUE, 0), reason(body));
            default ->
                    throw ProblemType.BAD_ARGUMENT
                            .because("There is no order '" + name + "'; there are " + NAMES + ".")
                            .rejection();
        };
    }

    private static String reason(Body body) {
        return body.text("reason", LONGEST_REASON);
    }

    private static int rule(Body body) {
        return (int) body.number("rule", 1, Integer.MAX_VALUE, 0);
    }

    private static String player(Body body) {
        return body.text("player", LONGEST_NAME);
    }

    private static SortedMap<String, Long> limits(Body body) {
        var amounts = new TreeMap<String, Long>();
        for (Map.Entry<String, Object> each : body.arguments("limits").entrySet()) {
            if (!(each.getValue() instanceof Long amount)) {
                throw ProblemType.BAD_ARGUMENT
                        .because("Each member of 'limits' must be a whole number.")
                        .rejection();
            }
            amounts.put(each.getKey(), amount);
        }
        return amounts;
    }
}
