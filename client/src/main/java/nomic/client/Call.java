package nomic.client;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A request to the server.
 *
 * @param path below that of the API, with the query
 * @param body null for none
 * @param key the {@code Idempotency-Key}; null for none
 * @param again whether it does no harm to send it more than once
 */
record Call(
        String method,
        String path,
        @Nullable String type,
        @Nullable String body,
        @Nullable String key,
        boolean again) {
    private static final String JSON = "application/json";

    static Call get(String path) {
        return new Call("GET", path, null, null, null, true);
    }

    static Call get(String path, Map<String, ?> parameters) {
        return get(parameters.isEmpty() ? path : path + "?" + Paths.form(parameters));
    }

    /** What changes something under an id, and once, however often it is sent. */
    static Call command(String path, Object body, String key) {
        return new Call("POST", path, JSON, Json.text(body), key, true);
    }

    /** What may do something again each time that it is sent. */
    static Call post(String path, Object body) {
        return new Call("POST", path, JSON, Json.text(body), null, false);
    }

    /** A question that needs a body. */
    static Call ask(String path, Object body) {
        return new Call("POST", path, JSON, Json.text(body), null, true);
    }

    static Call form(String path, Map<String, String> form, boolean again) {
        String type = "application/x-www-form-urlencoded";
        return new Call("POST", path, type, Paths.form(form), null, again);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, null, null, null, true);
    }
}
