package nomic.server.web;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The page of the socket, made of its AsyncAPI description. */
record SocketPage(JsonNode description) {
    private static final String HEAD =
            """
            <h1>%s</h1>
            <p>%s</p>
            <p>This page is made of <a href="/asyncapi.yaml">/asyncapi.yaml</a> (AsyncAPI 3), which is there as <a href="/asyncapi.json">JSON</a> too. Calls over HTTP are <a href="/docs/api">on a page of their own</a>.</p>
            """;
    private static final String MESSAGE =
            """
            <h3 id="%s"><code>%s</code></h3>
            <p>%s. %s</p>
            <table>
            <tr><th scope="col">member<th scope="col">type<th scope="col">needed<th scope="col">meaning
            %s</table>
            %s\
            """;

    Answer answer() {
        var body = new StringBuilder();
        body.append(HEAD.formatted(text("/info/title"), text("/info/description")));
        for (JsonNode operation : description.path("operations")) {
            body.append("<h2>").append(Html.text(operation.path("summary").asText()));
            body.append("</h2>\n");
            for (JsonNode reference : operation.path("messages")) {
                body.append(message(at(at(reference))));
            }
        }
        return Html.page("The socket", body.toString());
    }

    private String text(String pointer) {
        return Html.text(description.at(pointer).asText());
    }

    private JsonNode at(JsonNode reference) {
        return description.at(reference.path("$ref").asText().substring(1));
    }

    private static String message(JsonNode message) {
        String name = message.path("name").asText();
        JsonNode payload = message.path("payload");
        Set<String> needed = new TreeSet<>(texts(payload.path("required")));
        String rows =
                payload.path("properties").properties().stream()
                        .map(it -> row(it.getKey(), it.getValue(), needed.contains(it.getKey())))
                        .collect(Collectors.joining());
        var examples = new StringBuilder();
        for (JsonNode example : message.path("examples")) {
            examples.append("<pre>")
                    .append(Html.text(Json.text(example.path("payload"))))
                    .append("</pre>\n");
        }
        return MESSAGE.formatted(
                name,
                name,
                Html.text(message.path("title").asText()),
                Html.text(message.path("description").asText("")),
                rows,
                examples);
    }

    private static String row(String name, JsonNode schema, boolean needed) {
        return "<tr><td><code>%s</code><td>%s<td>%s<td>%s\n"
                .formatted(
                        name,
                        Html.text(type(schema)),
                        needed ? "yes" : "",
                        Html.text(schema.path("description").asText("")));
    }

    /** The type of a member in a word or a few. */
    private static String type(JsonNode schema) {
        if (schema.has("const")) {
            return "`" + schema.path("const").asText() + "`";
        }
        if (schema.has("enum")) {
            return texts(schema.path("enum")).stream()
                    .distinct()
                    .map(word -> "`" + word + "`")
                    .collect(Collectors.joining(", "));
        }
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asText();
            return reference.substring(reference.lastIndexOf('/') + 1) + " of /docs/api";
        }
        if (schema.has("items")) {
            return "array of " + type(schema.path("items"));
        }
        JsonNode type = schema.path("type");
        String name = type.isArray() ? String.join(" or ", texts(type)) : type.asText();
        return schema.has("format") ? name + " (" + schema.path("format").asText() + ")" : name;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
