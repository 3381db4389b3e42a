package nomic.server.web;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Carries out calls with {@code If-Match} only where what they were decided by still stands: the
 * answer to {@code GET} at their path, or else at the nearest path above. Of two such calls at once
 * the second waits for the first.
 */
final class Preconditions {
    private static final String ROOT = "/api/v1";

    /** Up to the id of a game. */
    private static final int COMMON = 5;

    private final Map<String, Map<Method, Route>> byPath;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    Preconditions(Map<String, Map<Method, Route>> byPath) {
        this.byPath = byPath;
    }

    /** Answers a call of a path, unless its condition does not hold. */
    Answer answer(ServerRequest call, Request request, String path, Route route) {
        String condition = request.header("If-Match");
        if (condition == null || route.method().equals(Method.GET)) {
            return route.handler().answer(request);
        }
        ReentrantLock lock = lock(call);
        lock.lock();
        try {
            Route read = read(path);
            Answer stands = read == null ? null : read.handler().answer(new Request(call));
            if (stands != null && stands.status() != 200) {
                return stands;
            }
            return stands != null && EntityTag.of(stands.body()).isAmong(condition)
                    ? route.handler().answer(request)
                    : Answer.problem(ProblemType.PRECONDITION_FAILED.because(detail(path, read)));
        } finally {
            lock.unlock();
        }
    }

    /** One for all calls that have the first parts of their paths in common. */
    private ReentrantLock lock(ServerRequest call) {
        String begin =
                Arrays.stream(call.path().path().split("/"))
                        .limit(COMMON)
                        .collect(Collectors.joining("/"));
        return locks[Math.floorMod(begin.hashCode(), locks.length)];
    }

    private static String detail(String path, @Nullable Route read) {
        return read == null
                ? "Nothing can be read at " + path + "; leave out If-Match."
                : "What GET " + read.path() + " answers has another ETag.";
    }

    private @Nullable Route read(String path) {
        String at = path;
        while (at.length() > ROOT.length()) {
            Route read = byPath.getOrDefault(at, Map.of()).get(Method.GET);
            if (read != null) {
                return read;
            }
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return null;
    }
}
