package nomic.server.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What the server says of itself: a first page, and the description of its interface. */
public final class Pages {
    private final byte[] root = resource("root.html");
    private final byte[] yaml = resource("openapi.yaml");
    private final byte[] json = json(yaml);

    public List<Route> routes() {
        return List.of(
                Route.get("/", _ -> page("text/html; charset=utf-8", root)),
                Route.get("/openapi.json", _ -> page(Answer.JSON, json)),
                Route.get("/openapi.yaml", _ -> page("application/yaml", yaml)));
    }

    private static Answer page(String mediaType, byte[] content) {
        return new Answer(
                200,
                mediaType,
                content,
                Map.of(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private static byte[] json(byte[] yaml) {
        try {
            JsonNode tree = new YAMLMapper().readTree(yaml);
            return Json.bytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read openapi.yaml", e);
        }
    }
}
