package nomic.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * The OpenAPI description: what {@code openapi.yaml} says of each call, the examples beside it, and
 * what is the same for all calls.
 */
final class OpenApi {
    private static final String PARTS = "#/components/";
    private static final List<String> METHODS = List.of("get", "post", "delete");

    private final ObjectNode description;

    private OpenApi(ObjectNode description) {
        this.description = description;
    }

    /** Completes a description in its place. */
    static ObjectNode complete(ObjectNode description, JsonNode examples) {
        var whole = new OpenApi(description);
        description.at("/components/responses").forEach(whole::headers);
        description
                .path("paths")
                .properties()
                .forEach(
                        path ->
                                METHODS.forEach(
                                        method ->
                                                whole.call(
                                                        path.getKey(),
                                                        method,
                                                        path.getValue().path(method),
                                                        examples)));
        return description;
    }

    private void call(String path, String method, JsonNode found, JsonNode examples) {
        if (!(found instanceof ObjectNode operation)) {
            return;
        }
        var answers = (ObjectNode) operation.path("responses");
        answers.forEach(this::headers);
        boolean reads = method.equals("get");
        JsonNode ok = answers.path("200");
        if (reads
                && ok instanceof ObjectNode read
                && !read.at("/content").has("application/x-ndjson")) {
            parameter(operation, "IfNoneMatch");
            read.withObject("/headers").set("ETag", reference("headers/ETag"));
            answers.set("304", reference("responses/Unchanged"));
        }
        if (operation.path("security").toString().contains("bearer")) {
            problem(answers, 401, "NotAuthenticated", "not-authenticated");
        }
        problem(answers, 405, "WrongMethod", "method-not-allowed");
        problem(answers, 406, "Problem", "not-acceptable");
        if (!reads) {
            problem(answers, 413, "Problem", "body-too-large");
        }
        if (!reads && path.startsWith("/api/")) {
            parameter(operation, "IfMatch");
            problem(answers, 412, "Problem", "precondition-failed");
        }
        if (operation.has("requestBody")) {
            problem(answers, 415, "Problem", "unsupported-media-type");
        }
        problem(answers, 429, "TooMany", "rate-limited");
        problem(answers, 500, "Problem", "internal-error");
        problem(answers, 503, "Problem", "unavailable");
        example(operation, examples.path(operation.path("operationId").asText()));
    }

    private static void problem(ObjectNode answers, int status, String part, String type) {
        String key = String.valueOf(status);
        String before = answers.path(key).path("description").asText();
        ObjectNode answer = reference("responses/" + part);
        if (before.isEmpty()) {
            answers.set(key, answer.put("description", type));
        } else if (!List.of(before.split(", ")).contains(type)) {
            ((ObjectNode) answers.path(key)).put("description", before + ", " + type);
        }
    }

    private static void parameter(ObjectNode operation, String part) {
        ArrayNode parameters = operation.withArray("/parameters");
        parameters.add(reference("parameters/" + part));
    }

    private void headers(JsonNode answer) {
        if (answer instanceof ObjectNode own && !own.has("$ref")) {
            ObjectNode headers = own.withObject("/headers");
            headers.set("RateLimit", reference("headers/RateLimit"));
            headers.set("RateLimit-Policy", reference("headers/RateLimit-Policy"));
        }
    }

    /** An example of the body that is sent, and one of the answer. */
    private void example(ObjectNode operation, JsonNode example) {
        if (example.has("request")) {
            content(operation.path("requestBody")).set("example", example.path("request"));
        }
        if (example.has("answer")) {
            for (String status : List.of("200", "201", "202")) {
                if (operation.at("/responses/" + status).isObject()) {
                    answered(operation, status, example.path("answer"));
                }
            }
        }
    }

    /** An answer that is shared gets its example where it is shared. */
    private void answered(ObjectNode operation, String status, JsonNode example) {
        JsonNode answer = operation.at("/responses/" + status);
        String shared = answer.path("$ref").asText();
        content(shared.isEmpty() ? answer : description.at(shared.substring(1)))
                .set("example", example);
    }

    private static ObjectNode content(JsonNode node) {
        for (var media : node.path("content").properties()) {
            if (!media.getKey().equals("text/html")) {
                return (ObjectNode) media.getValue();
            }
        }
        throw new IllegalStateException("There is no content for an example in " + node);
    }

    private static ObjectNode reference(String part) {
        return Json.object().put("$ref", PARTS + part);
    }
}
