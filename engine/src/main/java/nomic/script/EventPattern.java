package nomic.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.game.Canonical;
import nomic.game.Occurrence;

/**
 * An event that is expected, or expected not to come: its type and some of its members, with {@code
 * cause} as one of them.
 */
record EventPattern(int line, boolean absent, String type, Node members) {
    boolean matches(Occurrence occurrence) {
        return occurrence.event().getClass().getSimpleName().equals(type)
                && Subset.matches(members, tree(occurrence));
    }

    private static JsonNode tree(Occurrence occurrence) {
        ObjectNode event = Canonical.json().valueToTree(occurrence.event());
        return event.set("cause", Canonical.json().valueToTree(occurrence.cause()));
    }

    String show() {
        return type + " " + Subset.show(members);
    }
}
