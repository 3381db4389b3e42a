package nomic.server.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;

import nomic.server.web.Json;

import java.time.Instant;

/** What is sent: the same members for all types, in the manner of Standard Webhooks. */
final class Letter {
    private Letter() {}

    static String text(String type, Instant at, Object data) {
        ObjectNode letter = Json.object();
        letter.put("type", type);
        letter.put("timestamp", at.toString());
        letter.set("data", Json.tree(data));
        return letter.toString();
    }
}
