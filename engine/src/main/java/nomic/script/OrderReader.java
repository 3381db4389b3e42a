package nomic.script;

import nomic.game.Command.Order;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Turns the YAML of an order of the game master into a command. */
record OrderReader(StepReader script) {
    static final List<String> ORDERS =
            List.of(
                    "pause",
                    "resume",
                    "suspend-rule",
                    "reinstate-rule",
                    "change-limits",
                    "kick",
                    "hand-over",
                    "end-game",
                    "roll-back");
    private static final String REASON = "So says the game master.";

    /** An order by its name; null where there is none of that name. */
    @Nullable Order order(String name, Node node) {
        return switch (name) {
            case "pause" -> new Order.Pause(script.text(node));
            case "suspend-rule" -> {
                Node.Mapping order = members(node, "rule");
                yield new Order.SuspendRule(rule(order), reason(order));
            }
            case "reinstate-rule" -> {
                Node.Mapping order = members(node, "rule");
                yield new Order.ReinstateRule(rule(order), reason(order));
            }
            case "change-limits" -> limits(members(node, "limits"));
            case "kick" -> {
                Node.Mapping order = members(node, "player");
                yield new Order.Kick(script.text(script.member(order, "player")), reason(order));
            }
            case "hand-over" -> new Order.HandOver(script.text(node));
            case "end-game" -> new Order.EndGame(script.text(node));
            case "roll-back" -> back(node);
            default -> null;
        };
    }

    private Node.Mapping members(Node node, String member) {
        Node.Mapping order = script.mapping(node);
        order.entries().forEach((key, value) -> script.known(key, value, Set.of(member, "reason")));
        return order;
    }

    private String reason(Node.Mapping order) {
        return script.optional(order, "reason", REASON);
    }

    private int rule(Node.Mapping order) {
        return script.integer(script.member(order, "rule"));
    }

    private Order limits(Node.Mapping order) {
        var amounts = new TreeMap<String, Long>();
        script.mapping(script.member(order, "limits"))
                .entries()
                .forEach((limit, amount) -> amounts.put(limit, script.number(amount)));
        return new Order.ChangeLimits(amounts, reason(order));
    }

    /** Back to an event, or below zero for so many moves: {@link Table#before} knows the event. */
    private Order back(Node node) {
        Node.Mapping order = script.mapping(node);
        Set<String> known = Set.of("to", "moves", "reason");
        order.entries().forEach((key, value) -> script.known(key, value, known));
        Node moves = order.entries().get("moves");
        if (moves == null) {
            return new Order.RollBack(script.number(script.member(order, "to")), reason(order));
        }
        if (order.entries().containsKey("to") || script.number(moves) < 1) {
            throw script.malformed(
                    node,
                    "It is not clear how far the game goes back",
                    "Write to: and the number of an event, or moves: and how many are undone.");
        }
        return new Order.RollBack(-script.number(moves), reason(order));
    }
}
