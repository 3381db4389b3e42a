package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.helidon.http.Method;

import nomic.server.web.ProblemType;
import nomic.server.web.Route;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

@ExtendWith(SharedServer.class)
final class OpenApiIT {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    void the_description_lists_the_routes_there_are_and_no_others(Server server, Api api) {
        var routes = new TreeMap<String, Set<String>>();
        server.routes()
                .table()
                .forEach(
                        (path, methods) -> {
                            var names = new TreeSet<String>();
                            for (Method method : methods) {
                                names.add(method.text().toLowerCase(Locale.ROOT));
                            }
                            routes.put(path, names);
                        });

        JsonNode description = api.get("/openapi.json").expect(200);

        var described = new TreeMap<String, Set<String>>();
        description
                .path("paths")
                .properties()
                .forEach(
                        path -> {
                            var names = new TreeSet<String>();
                            path.getValue().fieldNames().forEachRemaining(names::add);
                            names.retainAll(METHODS);
                            described.put(path.getKey(), names);
                        });
        assertThat(described)
                .as(
                        "openapi.yaml describes every route: without %s, besides %s",
                        without(routes, described), without(described, routes))
                .isEqualTo(routes);
        assertThat(description.path("openapi").asText()).startsWith("3.1");
    }

    private static TreeMap<String, Set<String>> without(
            TreeMap<String, Set<String>> some, TreeMap<String, Set<String>> others) {
        var left = new TreeMap<>(some);
        left.entrySet().removeAll(others.entrySet());
        return left;
    }

    @Test
    void every_reference_in_the_description_leads_somewhere(Api api) {
        JsonNode description = api.get("/openapi.json").expect(200);

        for (JsonNode reference : description.findValues("$ref")) {
            String pointer = reference.asText().substring(1);
            assertThat(description.at(pointer).isMissingNode()).as(pointer).isFalse();
        }
    }

    @Test
    void nothing_in_the_description_is_cut_off(Api api) {
        var empty = new ArrayList<String>();
        empty("", api.get("/openapi.json").expect(200), empty);
        assertThat(empty).as("a text with a comma that is not in quotes").isEmpty();
    }

    @Test
    void each_error_of_each_call_names_its_problems() {
        JsonNode description = Contract.description();
        var named = new TreeSet<>(Contract.EVERYWHERE);
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                operation
                        .path("responses")
                        .properties()
                        .forEach(
                                answer -> {
                                    if (answer.getKey().compareTo("400") >= 0) {
                                        named.addAll(problems(operation, answer.getKey()));
                                    }
                                });
            }
        }
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ProblemType.values()).map(ProblemType::word).toList());
        assertThat(Contract.EVERYWHERE)
                .allSatisfy(
                        word ->
                                assertThat(description.at("/info/description").asText())
                                        .contains("`" + word + "`"));
    }

    private static List<String> problems(JsonNode operation, String status) {
        List<String> words = Contract.problems(operation.path("responses").path(status));
        for (String word : words) {
            assertThat(Arrays.stream(ProblemType.values()))
                    .as(
                            "%s, %s: its description lists types of problems",
                            operation.path("operationId").asText(), status)
                    .anySatisfy(
                            type -> {
                                assertThat(type.word()).isEqualTo(word);
                                assertThat(type.status()).asString().isEqualTo(status);
                            });
        }
        return words;
    }

    /** A comma in a text without quotes makes its rest the name of an empty member. */
    private static void empty(String at, JsonNode node, List<String> found) {
        if (node.isNull() && !at.contains("/enum") && !at.contains("/example")) {
            found.add(at);
        }
        node.properties()
                .forEach(member -> empty(at + "/" + member.getKey(), member.getValue(), found));
        if (node.isArray()) {
            node.forEach(each -> empty(at, each, found));
        }
    }

    @Test
    void the_first_page_says_where_the_documentation_is(Api api) {
        Reply page = api.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.response().body())
                .contains("/openapi.json", "/api/v1/games", "docs/api.md");
        assertThat(api.get("/openapi.yaml").response().body()).startsWith("openapi: 3.1");
    }

    @Test
    void each_call_names_the_scope_that_the_table_of_permissions_names() throws IOException {
        var described = new TreeMap<String, String>();
        var tabled = new TreeMap<String, String>();
        for (AccessRow row : AccessRow.table()) {
            if (!row.isFrame()) {
                String method = row.method().toLowerCase(Locale.ROOT);
                JsonNode security =
                        Contract.description()
                                .path("paths")
                                .path(row.path())
                                .path(method)
                                .path("security");
                tabled.put(row.toString(), row.word());
                described.put(
                        row.toString(),
                        security.size() == 2 && !row.isForPrivate()
                                ? ""
                                : security.path(security.size() - 1)
                                        .path("bearer")
                                        .path(0)
                                        .asText());
                assertThat(security.path(0).has("bearer"))
                        .as("%s cannot be called without a token", row)
                        .isEqualTo(row.answers().getFirst().equals("401"));
            }
        }
        assertThat(described).isEqualTo(tabled);
    }

    @Test
    void routes_answer_with_the_media_types_that_are_described(Server server) {
        for (Route route : server.routes().all()) {
            JsonNode answers =
                    Contract.description()
                            .path("paths")
                            .path(route.path())
                            .path(route.method().text().toLowerCase(Locale.ROOT))
                            .path("responses");
            for (String status : List.of("200", "201", "202")) {
                JsonNode content = Contract.resolved(answers.path(status)).path("content");
                if (!content.isEmpty()) {
                    var types = new TreeSet<String>();
                    content.fieldNames().forEachRemaining(types::add);
                    assertThat(types)
                            .as("%s %s", route.method(), route.path())
                            .containsExactlyInAnyOrderElementsOf(route.mediaTypes());
                }
            }
        }
    }

    @Test
    void each_parameter_is_explained() {
        for (JsonNode path : Contract.description().path("paths")) {
            var parameters = new ArrayList<JsonNode>();
            path.path("parameters").forEach(parameters::add);
            for (JsonNode operation : path) {
                operation.path("parameters").forEach(parameters::add);
            }
            for (JsonNode parameter : parameters) {
                assertThat(Contract.resolved(parameter).path("description").asText())
                        .as(parameter.toString())
                        .isNotBlank();
            }
        }
    }

    @Test
    void the_yaml_says_what_the_json_says(Api api) {
        Object yaml =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(api.get("/openapi.yaml").response().body());
        assertThat(Reply.JSON.<JsonNode>valueToTree(yaml))
                .isEqualTo(api.get("/openapi.json").expect(200));
    }

    @Test
    void each_body_and_each_answer_has_an_example_that_its_schema_allows() {
        var schemas = new Schemas(Contract.description());
        for (JsonNode path : Contract.description().path("paths")) {
            for (JsonNode operation : path) {
                String id = operation.path("operationId").asText();
                for (JsonNode media : operation.path("requestBody").path("content")) {
                    assertThat(media.path("example").isMissingNode()).as("body of " + id).isFalse();
                    assertThat(schemas.open(media.path("schema")).findings(media.path("example")))
                            .as("the example of the body of " + id)
                            .isEmpty();
                }
                for (String status : List.of("200", "201", "202")) {
                    JsonNode media =
                            Contract.resolved(operation.path("responses").path(status))
                                    .path("content")
                                    .path("application/json");
                    boolean needed =
                            !media.isMissingNode() && !id.matches("(openapi|asyncapi)Json");
                    if (needed) {
                        assertThat(media.path("example").isMissingNode())
                                .as("answer of " + id)
                                .isFalse();
                        assertThat(
                                        schemas.closed(media.path("schema"))
                                                .findings(media.path("example")))
                                .as("the example of the answer of " + id)
                                .isEmpty();
                    }
                }
            }
        }
    }
}
