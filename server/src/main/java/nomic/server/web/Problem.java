package nomic.server.web;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as a client sees it: a problem document of RFC 9457.
 *
 * @param detail what is wrong in this case, and the next step
 * @param members what is said besides, such as {@code rule} or {@code diagnostics}
 * @param headers of the HTTP response
 */
public record Problem(
        ProblemType type, String detail, Map<String, Object> members, Map<String, String> headers) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem(ProblemType type, String detail) {
        this(type, detail, Map.of(), Map.of());
    }

    public Problem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** The same problem with one more member; null leaves it out. */
    public Problem with(String member, @Nullable Object value) {
        return value == null
                ? this
                : new Problem(type, detail, extended(members, member, value), headers);
    }

    public Problem withHeader(String name, String value) {
        return new Problem(type, detail, members, extended(headers, name, value));
    }

    private static <V> Map<String, V> extended(Map<String, V> map, String name, V value) {
        var extended = new LinkedHashMap<>(map);
        extended.put(name, value);
        return extended;
    }

    /** This problem as an exception, for the depths of reading a request. */
    public Rejection rejection() {
        return new Rejection(this);
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("type", type.reference());
        json.put("title", type.title());
        json.put("status", type.status());
        json.put("detail", detail);
        members.forEach((name, value) -> json.set(name, Json.tree(value)));
        return json;
    }
}
