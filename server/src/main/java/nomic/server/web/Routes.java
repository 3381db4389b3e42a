package nomic.server.web;

import static nomic.server.web.ProblemType.INTERNAL_ERROR;
import static nomic.server.web.ProblemType.METHOD_NOT_ALLOWED;
import static nomic.server.web.ProblemType.NOT_ACCEPTABLE;
import static nomic.server.web.ProblemType.UNKNOWN_PATH;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import nomic.log.Trace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The table of routes, with what is the same for all: HEAD, OPTIONS, wrong methods, failures. */
public final class Routes {
    private static final System.Logger LOG = System.getLogger(Routes.class.getName());

    private static final List<String> MEDIA_TYPES =
            List.of(
                    Answer.JSON,
                    "application/x-ndjson",
                    "text/event-stream",
                    "text/html",
                    "text/css",
                    "text/javascript",
                    "application/yaml");

    private final Map<String, Map<Method, Route.Handler>> byPath = new LinkedHashMap<>();

    /** What every request passes first, and may be rejected by. */
    private final Consumer<Request> gate;

    /**
     * @param features the routes of each feature
     * @param gate what every request passes first, and may be rejected by
     */
    public Routes(List<List<Route>> features, Consumer<Request> gate) {
        this.gate = gate;
        for (List<Route> routes : features) {
            for (Route route : routes) {
                byPath.computeIfAbsent(route.path(), _ -> new LinkedHashMap<>())
                        .put(route.method(), route.handler());
            }
        }
    }

    /** The methods of each path. */
    public Map<String, List<Method>> table() {
        var table = new LinkedHashMap<String, List<Method>>();
        byPath.forEach((path, methods) -> table.put(path, List.copyOf(methods.keySet())));
        return Collections.unmodifiableMap(table);
    }

    public void into(HttpRouting.Builder routing) {
        byPath.forEach(
                (path, methods) ->
                        routing.any(
                                path,
                                (request, response) -> handle(path, request, response, methods)));
        routing.any(
                (request, response) ->
                        About.of(request, "unknown path")
                                .run(response, () -> send(request, response, unknown())));
    }

    private void handle(
            String path,
            ServerRequest request,
            ServerResponse response,
            Map<Method, Route.Handler> methods) {
        About.of(request, path)
                .run(response, () -> send(request, response, answer(request, methods)));
    }

    private Answer answer(ServerRequest request, Map<Method, Route.Handler> methods) {
        var read = new Request(request);
        return answer(request.prologue().method(), read, methods).with(read.answerHeaders());
    }

    private Answer answer(Method method, Request request, Map<Method, Route.Handler> methods) {
        Route.Handler handler = handler(method, methods);
        try {
            gate.accept(request);
            if (handler != null && !request.accepts(MEDIA_TYPES)) {
                return Answer.problem(
                        NOT_ACCEPTABLE.because(
                                "There is " + MEDIA_TYPES + "; send Accept: " + Answer.JSON + "."));
            }
            return handler == null ? withoutHandler(method, methods) : handler.answer(request);
        } catch (Rejection e) {
            return Answer.problem(e.problem());
        } catch (RequestException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, () -> "A request failed: " + Trace.of(e));
            return Answer.problem(INTERNAL_ERROR.because("The operator finds more in the log."));
        }
    }

    private static Route.@Nullable Handler handler(
            Method method, Map<Method, Route.Handler> methods) {
        return methods.get(method.equals(Method.HEAD) ? Method.GET : method);
    }

    private static Answer withoutHandler(Method method, Map<Method, Route.Handler> methods) {
        String allowed = allowed(methods);
        if (method.equals(Method.OPTIONS)) {
            return new Answer(200, "", new byte[0], Map.of("Allow", allowed));
        }
        return Answer.problem(
                METHOD_NOT_ALLOWED
                        .because("Use one of " + allowed + ".")
                        .withHeader("Allow", allowed));
    }

    private static String allowed(Map<Method, Route.Handler> methods) {
        var names = new ArrayList<String>();
        methods.keySet().forEach(method -> names.add(method.text()));
        if (methods.containsKey(Method.GET)) {
            names.add("HEAD");
        }
        names.add("OPTIONS");
        return String.join(", ", names);
    }

    private static Answer unknown() {
        return Answer.problem(
                UNKNOWN_PATH.because("All paths are listed at /openapi.json on this server."));
    }

    private static void send(ServerRequest request, ServerResponse response, Answer answer) {
        response.status(Status.create(answer.status()));
        answer.headers().forEach((name, value) -> response.header(name, value));
        response.header("X-Content-Type-Options", "nosniff");
        if (answer.stream() != null) {
            stream(request, response, answer.mediaType(), answer.stream());
            return;
        }
        if (answer.status() == Status.OK_200.code() && isRead(request) && !isSecret(answer)) {
            EntityTag tag = EntityTag.of(answer.body());
            response.header(HeaderNames.ETAG, tag.text());
            response.header(HeaderNames.CACHE_CONTROL, "no-cache");
            response.header(HeaderNames.VARY, "Accept, Authorization");
            if (tag.matches(request.headers().first(HeaderNames.IF_NONE_MATCH).orElse(null))) {
                response.status(Status.NOT_MODIFIED_304);
                response.send();
                return;
            }
        }
        if (answer.body().length == 0) {
            response.send();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, answer.mediaType());
        if (request.prologue().method().equals(Method.HEAD)) {
            response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(answer.body().length));
            response.send();
        } else {
            response.send(answer.body());
        }
    }

    private static boolean isRead(ServerRequest request) {
        Method method = request.prologue().method();
        return method.equals(Method.GET) || method.equals(Method.HEAD);
    }

    /** Whether an answer says for itself that nobody may keep it. */
    private static boolean isSecret(Answer answer) {
        return answer.headers().containsKey("Cache-Control");
    }

    private static void stream(
            ServerRequest request,
            ServerResponse response,
            String mediaType,
            Answer.Stream stream) {
        response.header(HeaderNames.CONTENT_TYPE, mediaType);
        if (request.prologue().method().equals(Method.HEAD)) {
            response.send();
            return;
        }
        try (OutputStream out = response.outputStream()) {
            stream.write(out);
        } catch (IOException | UncheckedIOException e) {
            throw new CloseConnectionException("The client reads no more", e);
        }
    }
}
