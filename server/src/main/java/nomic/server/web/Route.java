package nomic.server.web;

import io.helidon.http.Method;

import java.util.List;

/**
 * One line of the table of routes.
 *
 * @param path a template with parameters in braces, as in OpenAPI
 * @param mediaTypes what the answer can be
 */
public record Route(Method method, String path, Handler handler, List<String> mediaTypes) {
    /** Answers a request, or rejects it. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Request request);
    }

    public Route {
        mediaTypes = List.copyOf(mediaTypes);
    }

    private Route(Method method, String path, Handler handler) {
        this(method, path, handler, List.of(Answer.JSON));
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

    /** The same with other media types. */
    public Route as(String... others) {
        return new Route(method, path, handler, List.of(others));
    }

    /** Whether who asks can read the answer; a problem is better than none. */
    boolean suits(Request request) {
        return request.accepts(mediaTypes) || request.accepts(List.of(Problem.MEDIA_TYPE));
    }
}
