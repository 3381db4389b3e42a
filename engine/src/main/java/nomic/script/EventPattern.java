package nomic.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.game.Canonical;
import nomic.game.Occurrence;

import org.jspecify.annotations.Nullable;

/**
 * An event that is expected, or expected not to come: its type and some of its members, with {@code
 * cause} as one of them.
 *
 * @param members null where only the type matters
 */
record EventPattern(int line, boolean absent, String type, @Nullable Node members) {
    boolean matches(Occurrence occurrence) {
        return occurrence.event().getClass().getSimpleName().equals(type)
                && (members == null || Subset.matches(members, tree(occurrence)));
    }

    private static JsonNode tree(Occurrence occurrence) {
        ObjectNode event = Canonical.json().valueToTree(occurrence.event());
        return event.set("cause", Canonical.json().valueToTree(occurrence.cause()));
    }

    String show() {
        return members == null ? type : type + " " + Subset.show(members);
    }
}
