package nomic.server.web;

import io.helidon.http.Method;

/**
 * One line of the table of routes.
 *
 * @param path a template with parameters in braces, as in OpenAPI
 */
public record Route(Method method, String path, Handler handler) {
    /** Answers a request, or rejects it. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Request request);
    }

    public static Route get(String path, Handler handler) {
        return new Route(Method.GET, path, handler);
    }

    public static Route delete(String path, Handler handler) {
        return new Route(Method.DELETE, path, handler);
    }

    public static Route post(String path, Handler handler) {
        return new Route(Method.POST, path, handler);
    }
}
