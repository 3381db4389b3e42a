package nomic.server.health;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;

import nomic.server.web.Json;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What the server answers when it is asked how it is. It is asked often and by strangers, so that
 * what it has found out is good for a second. Safe for use by many threads.
 */
public final class Health {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final List<Check> checks;
    private final InstantSource clock;
    private volatile boolean stopping;
    private @Nullable Look last;

    private record Look(Instant at, List<Check.Finding> findings) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record CheckView(String name, String status, @Nullable String detail) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record HealthView(String status, @Nullable List<CheckView> checks) {}

    public Health(List<Check> checks, InstantSource clock) {
        this.checks = List.copyOf(checks);
        this.clock = clock;
    }

    /** From now on the server is not ready. */
    public void stop() {
        stopping = true;
    }

    public boolean isStopping() {
        return stopping;
    }

    /** Answers strangers yes or no. */
    public void into(HttpRouting.Builder routing) {
        into(routing, false);
    }

    /** Answers the operator, with what is not well. */
    public void intoManagement(HttpRouting.Builder routing) {
        into(routing, true);
    }

    private void into(HttpRouting.Builder routing, boolean details) {
        routing.get("/health/live", (_, response) -> send(response, List.of(), false));
        routing.get("/health/ready", (_, response) -> send(response, findings(), details));
    }

    private static void send(
            ServerResponse response, List<Check.Finding> findings, boolean details) {
        boolean well = findings.stream().allMatch(Check.Finding::isWell);
        response.status(well ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503)
                .header(HeaderNames.CONTENT_TYPE, "application/json")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(Json.bytes(new HealthView(word(well), details ? views(findings) : null)));
    }

    private static List<CheckView> views(List<Check.Finding> findings) {
        return findings.stream()
                .map(one -> new CheckView(one.name(), word(one.isWell()), one.trouble()))
                .toList();
    }

    private static String word(boolean well) {
        return well ? "up" : "down";
    }

    private List<Check.Finding> findings() {
        return stopping
                ? List.of(new Check.Finding("server", "The server is stopping."))
                : looked();
    }

    private synchronized List<Check.Finding> looked() {
        Instant now = clock.instant();
        Look before = last;
        if (before == null || Duration.between(before.at(), now).abs().compareTo(FRESH) >= 0) {
            before = new Look(now, checks.stream().map(Check::look).toList());
            last = before;
        }
        return before.findings();
    }
}
