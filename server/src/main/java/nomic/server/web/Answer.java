package nomic.server.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** An HTTP response. */
public record Answer(int status, String mediaType, byte[] body, Map<String, String> headers) {
    public static final String JSON = "application/json";

    public static Answer ok(Object value) {
        return new Answer(200, JSON, Json.bytes(value), Map.of());
    }

    public static Answer created(String location, Object value) {
        return new Answer(201, JSON, Json.bytes(value), Map.of("Location", location));
    }

    /** An answer without a body. */
    public static Answer nothing() {
        return new Answer(204, "", new byte[0], Map.of());
    }

    /** The same answer with more headers. */
    Answer with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Answer(status, mediaType, body, all);
    }

    public static Answer problem(Problem problem) {
        return new Answer(
                problem.type().status(),
                Problem.MEDIA_TYPE,
                Json.bytes(problem.json()),
                problem.headers());
    }
}
