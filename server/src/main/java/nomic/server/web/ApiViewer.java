package nomic.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Swagger UI, which shows the description of the interface and needs nothing from elsewhere. Of its
 * files only two are served.
 */
final class ApiViewer {
    private static final String PATH = "/docs/api";
    private static final String LIBRARY = "swagger-ui";

    /** It sets styles of elements, and draws its icons from data. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Answer page = Html.file(Resources.bytes("api.html"), POLICY);
    private final Map<String, Answer> files =
            Map.of(
                    "viewer.js", file(SCRIPT, Resources.bytes("viewer.js")),
                    "swagger-ui-bundle.js", file(SCRIPT, library("swagger-ui-bundle.js")),
                    "swagger-ui.css", file("text/css; charset=utf-8", library("swagger-ui.css")));

    List<Route> routes() {
        return List.of(
                Route.get(PATH, _ -> page).as(Html.TYPE),
                Route.get(PATH + "/{file}", request -> file(request.path("file")))
                        .as("text/javascript", "text/css"));
    }

    private Answer file(String name) {
        Answer file = files.get(name);
        if (file == null) {
            throw ProblemType.UNKNOWN_PATH
                    .because("The viewer has no file " + name + "; it is at " + PATH + ".")
                    .rejection();
        }
        return file;
    }

    private static Answer file(String mediaType, byte[] content) {
        return new Answer(200, mediaType, content, Map.of());
    }

    private static byte[] library(String name) {
        return Resources.bytes(
                "/META-INF/resources/webjars/" + LIBRARY + "/" + version() + "/" + name);
    }

    private static String version() {
        var properties = new Properties();
        String name = "/META-INF/maven/org.webjars/" + LIBRARY + "/pom.properties";
        try (InputStream in = Resources.open(name)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
        return properties.getProperty("version");
    }
}
