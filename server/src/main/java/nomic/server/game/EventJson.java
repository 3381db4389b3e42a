package nomic.server.game;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.game.Event;
import nomic.game.Occurrence;
import nomic.log.Recorded;
import nomic.server.web.Json;

import java.util.List;

/**
 * An event as clients see it, over HTTP and sockets alike: where it stands in the game, its own
 * fields, and its cause.
 */
public final class EventJson {
    private EventJson() {}

    public static List<ObjectNode> of(List<Recorded> events) {
        return events.stream().map(EventJson::of).toList();
    }

    public static ObjectNode of(Recorded recorded) {
        Event event = recorded.occurrence().event();
        ObjectNode own = own(event);
        JsonNode player = own.path("player");
        ObjectNode json = Json.object();
        json.put("seq", recorded.seq());
        json.set("type", own.path("type"));
        json.put("at", recorded.at().toString());
        json.put("player", player.isTextual() ? player.textValue() : recorded.by());
        json.put("by", recorded.by());
        own.properties()
                .forEach(
                        field -> {
                            if (!json.has(field.getKey())) {
                                json.set(field.getKey(), field.getValue());
                            }
                        });
        json.set("cause", Json.tree(recorded.occurrence().cause()));
        return json;
    }

    /** An event that did not happen, without a place in the game. */
    static ObjectNode of(Occurrence occurrence) {
        ObjectNode json = own(occurrence.event());
        json.set("cause", Json.tree(occurrence.cause()));
        return json;
    }

    /**
     * The fields of an event; two names that the frame of every event has are given others, and a
     * whole game is left out.
     */
    private static ObjectNode own(Event event) {
        ObjectNode own = Json.tree(event);
        if (event instanceof Event.DeadlineSet || event instanceof Event.DeadlinePassed) {
            own.set("due", own.remove("at"));
        }
        if (event instanceof Event.RolledBack || event instanceof Event.GameForked) {
            own.remove("state");
        }
        own.remove("salt");
        if (event instanceof Event.Overruled) {
            own.set("prevailing", own.remove("by"));
        }
        return own;
    }
}
