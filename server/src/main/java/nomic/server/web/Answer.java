package nomic.server.web;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP response.
 *
 * @param stream what goes on after the headers, in place of a body; null for a whole body
 */
public record Answer(
        int status,
        String mediaType,
        byte[] body,
        Map<String, String> headers,
        @Nullable Stream stream) {
    public static final String JSON = "application/json";

    /** A body that is written piece by piece, maybe without an end. */
    @FunctionalInterface
    public interface Stream {
        /** Writes until there is nothing more to write; throws where nobody reads any more. */
        void write(OutputStream out) throws IOException;
    }

    public Answer(int status, String mediaType, byte[] body, Map<String, String> headers) {
        this(status, mediaType, body, headers, null);
    }

    public static Answer stream(String mediaType, Stream stream) {
        return new Answer(
                200,
                mediaType,
                new byte[0],
                Map.of("Cache-Control", "no-store", "X-Accel-Buffering", "no"),
                stream);
    }

    /** A body that is written piece by piece, for a file of this name. */
    public static Answer file(String mediaType, String name, Stream stream) {
        return new Answer(
                200,
                mediaType,
                new byte[0],
                Map.of(
                        "Cache-Control",
                        "no-store",
                        "Content-Disposition",
                        "attachment; filename=\"" + name + "\""),
                stream);
    }

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
        return new Answer(status, mediaType, body, all, stream);
    }

    public static Answer problem(Problem problem) {
        return new Answer(
                problem.type().status(),
                Problem.MEDIA_TYPE,
                Json.bytes(problem.json()),
                problem.headers());
    }
}
