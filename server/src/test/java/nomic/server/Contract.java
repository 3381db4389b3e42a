package nomic.server;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.server.web.Pages;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds what is said over HTTP against the OpenAPI description, both ways: an answer has to be
 * described, with every member that it has, and a request that is accepted as well.
 */
final class Contract {
    /** What every call can answer, as the description says once for all. */
    private static final Set<Integer> ALWAYS = Set.of(400, 401, 413, 414);

    /** The problems that every call can have, as the description says once for all. */
    static final Set<String> EVERYWHERE =
            Set.of(
                    "malformed-request",
                    "not-authenticated",
                    "account-suspended",
                    "unknown-path",
                    "method-not-allowed",
                    "not-acceptable",
                    "precondition-failed",
                    "body-too-large",
                    "unsupported-media-type",
                    "rate-limited",
                    "internal-error",
                    "unavailable");

    private static final List<String> HEADERS =
            List.of(
                    "Location",
                    "ETag",
                    "RateLimit",
                    "RateLimit-Policy",
                    "Retry-After",
                    "Allow",
                    "WWW-Authenticate");

    private static final JsonNode DESCRIPTION = Pages.description();
    private static final Schemas SCHEMAS = new Schemas(DESCRIPTION);

    private Contract() {}

    static JsonNode description() {
        return DESCRIPTION;
    }

    /** Throws an error that names the call and what the description does not say of it. */
    static void check(HttpRequest request, HttpResponse<String> response) {
        String method = request.method().toLowerCase(Locale.ROOT);
        String path = PathTemplates.of(DESCRIPTION, request.uri().getRawPath());
        if (path == null || Set.of("head", "options").contains(method)) {
            return;
        }
        JsonNode routes = DESCRIPTION.path("paths").path(path);
        JsonNode operation = routes.path(method);
        if (operation.isMissingNode()) {
            demand(response.statusCode() == 405, request, "is not described, and not refused");
            return;
        }
        var findings = new ArrayList<String>();
        findings.addAll(answer(operation, response));
        if (response.statusCode() / 100 == 2) {
            findings.addAll(query(routes, operation, request.uri()));
            findings.addAll(body(operation, request));
        }
        demand(findings.isEmpty(), request, String.join("\n  ", findings) + "\n" + response.body());
    }

    private static void demand(boolean holds, HttpRequest request, String finding) {
        if (!holds) {
            throw new AssertionError(
                    "Not as openapi.yaml says: "
                            + request.method()
                            + " "
                            + request.uri()
                            + "\n  "
                            + finding);
        }
    }

    private static List<String> answer(JsonNode operation, HttpResponse<String> response) {
        JsonNode answers = operation.path("responses");
        JsonNode answer = answers.path(String.valueOf(response.statusCode()));
        if (answer.isMissingNode()) {
            answer = answers.path("default");
        }
        if (answer.isMissingNode() && ALWAYS.contains(response.statusCode())) {
            answer = DESCRIPTION.at("/components/responses/Problem");
        }
        if (answer.isMissingNode()) {
            return List.of("The answer " + response.statusCode() + " is not described.");
        }
        List<String> headers = headers(resolved(answer).path("headers"), response);
        if (!headers.isEmpty() || response.statusCode() == 304) {
            return headers;
        }
        String problem = problem(response);
        if (!problem.isEmpty() && !problems(answer).contains(problem)) {
            return List.of("The problem " + problem + " is not described.");
        }
        JsonNode content = resolved(answer).path("content");
        if (response.body().isEmpty()) {
            return content.isEmpty() ? List.of() : List.of("A body is described; none came.");
        }
        String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
        JsonNode media = content.path(type.strip());
        if (media.isMissingNode()) {
            return List.of("A body of the type '" + type + "' is not described.");
        }
        return type.contains("json")
                ? SCHEMAS.closed(media.path("schema")).findings(Reply.json(response.body()))
                : List.of();
    }

    /** What is wrong with the headers that an answer has or lacks. */
    private static List<String> headers(JsonNode described, HttpResponse<String> response) {
        var findings = new ArrayList<String>();
        for (String name : HEADERS) {
            JsonNode header = resolved(described.path(name));
            String value = response.headers().firstValue(name).orElse(null);
            if (value == null && header.path("required").asBoolean()) {
                findings.add("The header " + name + " is missing.");
            } else if (value != null && header.isMissingNode()) {
                findings.add("The header " + name + " is not described: " + value);
            }
        }
        return findings;
    }

    /** The last part of the type of the problem that came; empty where none came. */
    private static String problem(HttpResponse<String> response) {
        if (response.statusCode() < 400 || response.body().isEmpty()) {
            return "";
        }
        String type = Reply.json(response.body()).path("type").asText();
        String word = type.substring(type.lastIndexOf('/') + 1);
        return EVERYWHERE.contains(word) ? "" : word;
    }

    /** The problems that the description of an error names. */
    static List<String> problems(JsonNode answer) {
        return List.of(answer.path("description").asText().split(", "));
    }

    private static List<String> query(JsonNode routes, JsonNode operation, URI uri) {
        var known = new TreeSet<String>();
        for (JsonNode each : List.of(routes, operation)) {
            for (JsonNode parameter : each.path("parameters")) {
                if (resolved(parameter).path("in").asText().equals("query")) {
                    known.add(resolved(parameter).path("name").asText());
                }
            }
        }
        var findings = new ArrayList<String>();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : query.split("&")) {
            String name = pair.split("=", 2)[0];
            if (!name.isEmpty() && !known.contains(name)) {
                findings.add("The parameter '" + name + "' is not described.");
            }
        }
        return findings;
    }

    private static List<String> body(JsonNode operation, HttpRequest request) {
        String type = request.headers().firstValue("Content-Type").orElse("");
        JsonNode schema =
                resolved(operation.path("requestBody")).path("content").path(type).path("schema");
        String text = Sent.body(request);
        if (text.isEmpty() || schema.isMissingNode()) {
            return List.of();
        }
        JsonNode value = type.contains("json") ? Reply.json(text) : Sent.form(text);
        List<String> findings = SCHEMAS.open(schema).findings(value);
        return findings.isEmpty() || SCHEMAS.open(schema).findings(Sent.lower(value)).isEmpty()
                ? List.of()
                : findings;
    }

    static JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode() ? node : DESCRIPTION.at(reference.asText().substring(1));
    }
}
