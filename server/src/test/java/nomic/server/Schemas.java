package nomic.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of a description, as they are for requests, and closed for answers: there a member
 * has to be described. The members of events depend on their type and are not listed.
 */
final class Schemas {
    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(
                    VersionFlag.V202012, builder -> builder.metaSchema(dialect()));
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final String EVENT = "Event";
    private static final String PARTS = "components";

    private final JsonNode parts;
    private final JsonNode closedParts;
    private final Map<JsonNode, Compiled> open = new ConcurrentHashMap<>();
    private final Map<JsonNode, Compiled> closed = new ConcurrentHashMap<>();

    /** A schema that values can be held against. */
    record Compiled(JsonSchema schema) {
        List<String> findings(JsonNode value) {
            return schema.validate(value).stream().map(it -> it.getMessage()).toList();
        }
    }

    Schemas(JsonNode description) {
        parts = description.path(PARTS);
        closedParts = parts.deepCopy();
        close(closedParts, extended(description));
    }

    Compiled open(JsonNode schema) {
        return open.computeIfAbsent(schema, it -> compiled(it.deepCopy(), parts));
    }

    Compiled closed(JsonNode schema) {
        return closed.computeIfAbsent(
                schema,
                it -> {
                    JsonNode copy = it.deepCopy();
                    close(copy, Set.of());
                    return compiled(copy, closedParts);
                });
    }

    /** JSON Schema with the parts of a description beside a schema. */
    private static JsonMetaSchema dialect() {
        return JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .keyword(new NonValidationKeyword(PARTS))
                .keyword(new NonValidationKeyword("example"))
                .build();
    }

    private static Compiled compiled(JsonNode schema, JsonNode parts) {
        ObjectNode root = (ObjectNode) schema;
        root.set(PARTS, parts);
        return new Compiled(FACTORY.getSchema(root, CONFIG));
    }

    /** The names of the schemas that others add members to. */
    private static Set<String> extended(JsonNode description) {
        var names = new HashSet<>(Set.of(EVENT));
        for (JsonNode all : description.findValues("allOf")) {
            for (JsonNode each : all) {
                String reference = each.path("$ref").asText();
                names.add(reference.substring(reference.lastIndexOf('/') + 1));
            }
        }
        return names;
    }

    private static void close(JsonNode node, Set<String> left) {
        if (node instanceof ObjectNode object) {
            if (object.has("allOf")) {
                object.put("unevaluatedProperties", false);
                return;
            }
            if (object.path("properties").isObject() && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
        }
        node.properties()
                .forEach(
                        member -> {
                            if (!left.contains(member.getKey())) {
                                close(member.getValue(), left);
                            }
                        });
        if (node.isArray()) {
            node.forEach(each -> close(each, left));
        }
    }
}
