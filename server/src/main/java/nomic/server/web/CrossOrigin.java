package nomic.server.web;

import io.helidon.webserver.cors.CorsFeature;

import java.time.Duration;
import java.util.Set;

/** Which pages of other origins may call the server from a browser. */
public final class CrossOrigin {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");

    /** Helidon 4.5 refuses a preflight that names several headers where they are listed. */
    private static final Set<String> ALL = Set.of("*");

    private static final Set<String> ANSWERED =
            Set.of("ETag", "Location", "Allow", "RateLimit", "RateLimit-Policy", "Retry-After");

    private CrossOrigin() {}

    /**
     * Lets pages of these origins call; they send tokens themselves, so no cookies are meant.
     *
     * @param origins such as {@code https://nomic.example}; {@code *} is all
     */
    public static CorsFeature feature(Set<String> origins) {
        return CorsFeature.builder()
                .enabled(true)
                .addDefaults(false)
                .addPath(
                        path ->
                                path.pathPattern("/*")
                                        .allowOrigins(origins)
                                        .allowMethods(METHODS)
                                        .allowHeaders(ALL)
                                        .exposeHeaders(ANSWERED)
                                        .allowCredentials(false)
                                        .maxAge(Duration.ofHours(1)))
                .build();
    }
}
