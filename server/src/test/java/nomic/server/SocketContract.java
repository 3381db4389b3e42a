package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.server.web.Pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds what is said over a socket against the AsyncAPI description, both ways: each frame that the
 * server sends, and each frame of a client that the server has carried out.
 */
final class SocketContract {
    private static final JsonNode DESCRIPTION = merged();
    private static final Schemas SCHEMAS = new Schemas(DESCRIPTION);

    private final Map<String, JsonNode> sent = new ConcurrentHashMap<>();

    /** Notes what a client says, to be checked when the server has carried it out. */
    void says(String frame) {
        if (!frame.startsWith("{")) {
            return;
        }
        try {
            JsonNode json = Reply.JSON.readTree(frame);
            if (json.path("id").isTextual()) {
                sent.put(json.path("id").asText(), json);
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException _) {
            // the server is to say so
        }
    }

    void hears(JsonNode frame) {
        check("tell", frame);
        JsonNode asked = sent.remove(frame.path("id").asText());
        if (asked != null && frame.path("ok").asBoolean()) {
            check("hear", asked);
        }
    }

    static void check(String operation, JsonNode frame) {
        String type = frame.path("type").asText();
        JsonNode schema = payload(operation, type);
        assertThat(schema.isMissingNode())
                .as("asyncapi.yaml describes frames of the type '%s'", type)
                .isFalse();
        assertThat(SCHEMAS.closed(schema).findings(frame))
                .as("a frame is as asyncapi.yaml says: %s", frame)
                .isEmpty();
    }

    /** The schema of the messages of a type in an operation. */
    static JsonNode payload(String operation, String type) {
        for (JsonNode reference : DESCRIPTION.at("/operations/" + operation + "/messages")) {
            JsonNode message = at(at(reference));
            if (message.path("name").asText().equals(type)) {
                return message.path("payload");
            }
        }
        return DESCRIPTION.path("nothing");
    }

    /** The types of the messages in an operation. */
    static List<String> types(String operation) {
        var types = new ArrayList<String>();
        for (JsonNode reference : DESCRIPTION.at("/operations/" + operation + "/messages")) {
            types.add(at(at(reference)).path("name").asText());
        }
        return types;
    }

    private static JsonNode at(JsonNode reference) {
        return DESCRIPTION.at(reference.path("$ref").asText().substring(1));
    }

    /** The description with the schemas of the OpenAPI description that it refers to. */
    private static JsonNode merged() {
        JsonNode description =
                Reply.json(Pages.socketDescription().toString().replace("\"/openapi.yaml#", "\"#"));
        ((ObjectNode) description.path("components"))
                .set("schemas", Contract.description().at("/components/schemas"));
        return description;
    }
}
