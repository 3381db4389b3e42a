package nomic.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import java.util.ArrayList;
import java.util.List;

/** What an event came from. */
public sealed interface Cause {
    /**
     * The event records the move itself.
     *
     * @param move such as {@code vote}; {@code time} for a deadline
     */
    record ByMove(String move) implements Cause {}

    /**
     * A rule asked for it.
     *
     * @param rule its number at that time
     * @param name that of the DRL rule
     * @param facts those that matched, each with its {@code type} and fields
     */
    record ByRule(int rule, int revision, String name, List<JsonNode> facts) implements Cause {}

    /** The cause as the server writes it. */
    static Cause of(JsonNode json) {
        if (!json.has("rule")) {
            return new ByMove(json.path("move").asText());
        }
        var facts = new ArrayList<JsonNode>();
        if (json.get("facts") instanceof ArrayNode matched) {
            matched.forEach(facts::add);
        }
        return new ByRule(
                json.path("rule").asInt(),
                json.path("revision").asInt(),
                json.path("name").asText(),
                List.copyOf(facts));
    }
}
