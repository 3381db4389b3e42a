package nomic.server.web;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/** Problem documents for requests that fail before they reach a route. */
public final class EarlyProblems {
    private EarlyProblems() {}

    public static DirectHandlers handlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType event : DirectHandler.EventType.values()) {
            handlers.addHandler(event, EarlyProblems::problem);
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse problem(
            DirectHandler.TransportRequest request,
            DirectHandler.EventType event,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        Problem problem = type(status).because(detail(status));
        headers.set(HeaderValues.create(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE));
        return DirectHandler.TransportResponse.builder()
                .status(Status.create(problem.type().status()))
                .headers(headers)
                .entity(Json.bytes(problem.json()))
                .keepAlive(false)
                .build();
    }

    private static ProblemType type(Status status) {
        return switch (status.code()) {
            case 404 -> ProblemType.UNKNOWN_PATH;
            case 413 -> ProblemType.BODY_TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemType.UNAVAILABLE;
            default ->
                    status.code() >= 500
                            ? ProblemType.INTERNAL_ERROR
                            : ProblemType.MALFORMED_REQUEST;
        };
    }

    private static String detail(Status status) {
        return switch (status.code()) {
            case 413 -> Request.BODY_LIMIT;
            case 503 -> "Too many requests are under way; try again in a moment.";
            default -> "The request does not follow HTTP or the path is not well-formed.";
        };
    }
}
