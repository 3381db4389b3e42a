package nomic.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the server says of itself: a first page, its interface, and what can go wrong. */
public final class Pages {
    private static final int MOST_ALIASES = 1_000;

    private final byte[] root = Resources.bytes("root.html");
    private final byte[] style = Resources.bytes("page.css");
    private final byte[] yaml = yaml(description());
    private final byte[] json = Json.bytes(description());
    private final byte[] socketYaml = Resources.bytes("asyncapi.yaml");
    private final byte[] socketJson = Json.bytes(socketDescription());
    private final Answer socket = new SocketPage(socketDescription()).answer();

    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.add(Route.get("/", _ -> Html.file(root)).as(Html.TYPE));
        routes.add(
                Route.get(Html.STYLE, _ -> file("text/css; charset=utf-8", style)).as("text/css"));
        routes.add(Route.get("/openapi.json", _ -> file(Answer.JSON, json)));
        routes.add(
                Route.get("/openapi.yaml", _ -> file("application/yaml", yaml))
                        .as("application/yaml"));
        routes.add(Route.get("/asyncapi.json", _ -> file(Answer.JSON, socketJson)));
        routes.add(
                Route.get("/asyncapi.yaml", _ -> file("application/yaml", socketYaml))
                        .as("application/yaml"));
        routes.add(Route.get("/docs/socket", _ -> socket).as(Html.TYPE));
        routes.addAll(new ApiViewer().routes());
        routes.addAll(ProblemPages.routes());
        return routes;
    }

    private static Answer file(String mediaType, byte[] content) {
        return new Answer(200, mediaType, content, Map.of());
    }

    /** The OpenAPI description, with everything in its place that the YAML only refers to. */
    public static JsonNode description() {
        return OpenApi.complete((ObjectNode) tree("openapi.yaml"), tree("examples.yaml"));
    }

    private static byte[] yaml(JsonNode description) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        var ordered = new LinkedHashMap<String, Object>();
        ordered.put("openapi", description.path("openapi").textValue());
        description
                .properties()
                .forEach(part -> ordered.put(part.getKey(), Json.plain(part.getValue())));
        return new Yaml(options).dump(ordered).getBytes(StandardCharsets.UTF_8);
    }

    /** The AsyncAPI description of the socket. */
    public static JsonNode socketDescription() {
        return tree("asyncapi.yaml");
    }

    private static JsonNode tree(String name) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        String yaml = new String(Resources.bytes(name), StandardCharsets.UTF_8);
        return Json.tree(new Yaml(new SafeConstructor(options)).load(yaml));
    }
}
