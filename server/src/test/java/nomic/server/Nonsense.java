package nomic.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Requests that a description allows, spoilt in one way or another. */
final class Nonsense {
    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "null",
                    "-1",
                    "0",
                    "1e999",
                    "99999999999999999999",
                    "for",
                    "enact",
                    "ann",
                    "'; drop table account; --",
                    "<script>alert(1)</script>",
                    "../../etc/passwd",
                    "\u202egnp.exe",
                    "\ud83d\ude00",
                    "a\u0000b",
                    "line\nbreak",
                    "x".repeat(5_000),
                    "${jndi:ldap://localhost/a}",
                    "rule \"x\" when then end",
                    "title: x\nmoves: *a");

    private final Random random;

    Nonsense(Random random) {
        this.random = random;
    }

    /** The path with values for its parameters, and some of its query. */
    String path(String method, String template, String id) {
        JsonNode routes = Contract.description().path("paths").path(template);
        String path = template.replace("{id}", id);
        while (path.contains("{")) {
            int begin = path.indexOf('{');
            path =
                    path.substring(0, begin)
                            + segment()
                            + path.substring(path.indexOf('}', begin) + 1);
        }
        var query = new ArrayList<String>();
        for (JsonNode each : List.of(routes, routes.path(method))) {
            for (JsonNode parameter : each.path("parameters")) {
                JsonNode described = Contract.resolved(parameter);
                if (described.path("in").asText().equals("query") && random.nextBoolean()) {
                    query.add(described.path("name").asText() + "=" + Api.encoded(text()));
                }
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    /** A part of a path: an id of nothing, a number, or anything else, encoded. */
    String segment() {
        return switch (random.nextInt(4)) {
            case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 1 -> String.valueOf(random.nextInt(400));
            case 2 -> "%ff%fe";
            default -> {
                String text = text();
                yield text.isEmpty() || text.length() > 1_000
                        ? "x"
                        : Api.encoded(text).replace("+", "%20");
            }
        };
    }

    String authorization() {
        return switch (random.nextInt(4)) {
            case 0 -> "Bearer";
            case 1 -> "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.";
            case 2 -> "Basic YW5uOmFubg==";
            default -> "Bearer " + "x".repeat(random.nextInt(3_000));
        };
    }

    /** Mostly the one that is described; empty for none. */
    String mediaType(String method, String template) {
        String described = described(method, template);
        return switch (random.nextInt(8)) {
            case 0 -> "text/plain";
            case 1 -> "";
            case 2 -> "application/json; charset=utf-16";
            default -> described;
        };
    }

    private static String described(String method, String template) {
        var types = content(method, template).fieldNames();
        return types.hasNext() ? types.next() : "application/json";
    }

    private static JsonNode content(String method, String template) {
        JsonNode operation = Contract.description().path("paths").path(template).path(method);
        return Contract.resolved(operation.path("requestBody")).path("content");
    }

    byte[] body(String method, String template) {
        String type = described(method, template);
        JsonNode schema = content(method, template).path(type).path("schema");
        if (schema.isMissingNode() && random.nextBoolean()) {
            return new byte[0];
        }
        return switch (random.nextInt(12)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
            case 2 -> bytes("[".repeat(50_000));
            case 3 -> bytes("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000));
            case 4 -> bytes("{\"title\": \"" + "x".repeat(300_000) + "\"}");
            case 5 -> bytes("{\"a\": 1, \"a\": 2}");
            case 6 -> bytes("\u0000\u0001 not json {");
            default ->
                    type.contains("json")
                            ? bytes(value(schema, 0).toString())
                            : bytes("grant_type=" + Api.encoded(text()) + "&%zz=%&username");
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A value of a schema; now and then one of another type. */
    private JsonNode value(JsonNode unresolved, int depth) {
        JsonNode schema = Contract.resolved(unresolved);
        if (depth > 4 || random.nextInt(5) == 0) {
            return odd();
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asText() : type.asText()) {
            case "object" -> object(schema, depth);
            case "array" -> {
                var array = Reply.JSON.createArrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    array.add(value(schema.path("items"), depth + 1));
                }
                yield array;
            }
            case "integer" -> Reply.JSON.getNodeFactory().numberNode(random.nextInt(-5, 400));
            case "boolean" -> Reply.JSON.getNodeFactory().booleanNode(random.nextBoolean());
            default -> Reply.JSON.getNodeFactory().textNode(text());
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = Reply.JSON.createObjectNode();
        schema.path("properties")
                .properties()
                .forEach(
                        member -> {
                            if (random.nextInt(5) > 0) {
                                object.set(member.getKey(), value(member.getValue(), depth + 1));
                            }
                        });
        if (random.nextInt(3) == 0) {
            object.put("unknown" + random.nextInt(), text());
        }
        return object;
    }

    private JsonNode odd() {
        var make = Reply.JSON.getNodeFactory();
        return switch (random.nextInt(7)) {
            case 0 -> make.nullNode();
            case 1 -> make.arrayNode().add(text());
            case 2 -> make.objectNode().put("a", text());
            case 3 -> make.numberNode(random.nextLong());
            case 4 -> make.numberNode(random.nextDouble());
            case 5 -> make.booleanNode(true);
            default -> make.textNode(text());
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
