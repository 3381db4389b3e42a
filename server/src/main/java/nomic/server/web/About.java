package nomic.server.web;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import nomic.server.logging.Log;
import nomic.server.logging.Subject;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What the log says of a request: its id, which a client or proxy may have given it, and the game
 * that it names. Of its path only the template is told, since a path may hold a secret.
 */
record About(ServerRequest request, String template, Subject subject) {
    private static final System.Logger LOG = System.getLogger(Log.REQUESTS);
    private static final HeaderName ID = HeaderNames.create("X-Request-Id");
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern GAME = Pattern.compile("[0-9a-fA-F-]{36}");
    private static final String GAMES = "/api/v1/games/{id}";

    static About of(ServerRequest request, String template) {
        return new About(request, template, new Subject(id(request), game(request, template)));
    }

    /**
     * The id that the request brings, or a new one where that is none or might be a line of log.
     */
    private static String id(ServerRequest request) {
        return request.headers()
                .first(ID)
                .filter(id -> VALID.matcher(id).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static @Nullable String game(ServerRequest request, String template) {
        if (!template.startsWith(GAMES)) {
            return null;
        }
        String id = request.path().pathParameters().get("id");
        return GAME.matcher(id).matches() ? id.toLowerCase(Locale.ROOT) : null;
    }

    /** Answers the request; its lines and its answer have its id. */
    void run(ServerResponse response, Runnable work) {
        long from = System.nanoTime();
        response.header(ID, subject.request());
        subject.run(
                () -> {
                    work.run();
                    LOG.log(
                            System.Logger.Level.INFO,
                            () ->
                                    "%s %s %d %d ms"
                                            .formatted(
                                                    request.prologue().method().text(),
                                                    template,
                                                    response.status().code(),
                                                    (System.nanoTime() - from) / 1_000_000));
                });
    }
}
