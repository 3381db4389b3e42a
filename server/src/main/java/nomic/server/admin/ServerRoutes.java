package nomic.server.admin;

import nomic.server.account.Accounts;
import nomic.server.token.Authentication;
import nomic.server.token.Scope;
import nomic.server.web.Answer;
import nomic.server.web.Request;
import nomic.server.web.Route;
import nomic.worker.Roll;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Shows administrators how the server is. */
public final class ServerRoutes {
    private final Authentication authentication;
    private final Accounts accounts;
    private final LongSupplier games;
    private final Supplier<@Nullable Staff> staff;
    private final String version;
    private final String database;
    private final Instant started;

    /**
     * @param games how many there are
     * @param staff the child processes; null where rules run in the server itself
     */
    public ServerRoutes(
            Authentication authentication,
            Accounts accounts,
            LongSupplier games,
            Supplier<@Nullable Staff> staff,
            String version,
            String database,
            InstantSource clock) {
        this.authentication = authentication;
        this.accounts = accounts;
        this.games = games;
        this.staff = staff;
        this.version = version;
        this.database = database;
        this.started = clock.instant();
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/v1/admin/server", this::server));
    }

    /** The child processes that check rules, and those that decide commands. */
    public record Staff(Roll checking, Roll deciding) {}

    /** The heap of the server itself, in bytes. */
    private record MemoryView(long used, long most) {}

    private record ServerView(
            String version,
            String java,
            String database,
            Instant started,
            int processors,
            MemoryView memory,
            @Nullable Staff workers,
            long games,
            long accounts) {}

    private Answer server(Request request) {
        authentication.account(request, Scope.ADMIN);
        Runtime runtime = Runtime.getRuntime();
        return Answer.ok(
                new ServerView(
                        version,
                        Runtime.version().toString(),
                        database,
                        started,
                        runtime.availableProcessors(),
                        new MemoryView(
                                runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory()),
                        staff.get(),
                        games.getAsLong(),
                        accounts.count()));
    }
}
