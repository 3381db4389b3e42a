package nomic.server;

import nomic.game.Limits;
import nomic.server.hook.Reach;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * How a server is started.
 *
 * @param host the address to listen on
 * @param port 0 takes a free one
 * @param data the folder of the signing key and, without {@code database}, of the H2 database
 * @param database a JDBC URL of H2 or PostgreSQL
 * @param limits of the games that are created from now on
 * @param workers how many child processes decide moves; 0 for none, so that rules run in the server
 * @param workerHeap the largest heap of a child process, in megabytes
 * @param access how people come in
 * @param webhooks which servers are called
 * @param operation how the server is watched and ended
 */
public record Settings(
        String host,
        int port,
        Path data,
        @Nullable String database,
        Limits limits,
        int workers,
        int workerHeap,
        Access access,
        Reach webhooks,
        Operation operation) {
    private static final int WORKER_HEAP = 256;
    private static final int MOST_WORKERS = 4;

    /** One worker for each processor, but few. */
    public static int workersHere() {
        return Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
    }

    /** For tests: a free port of this machine only, and all in one process. */
    public static Settings local(Path data) {
        return new Settings(
                "127.0.0.1",
                0,
                data,
                null,
                Limits.STANDARD,
                0,
                WORKER_HEAP,
                Access.FREE,
                Reach.PUBLIC,
                Operation.LOCAL);
    }

    /** The same on another port. */
    public Settings withPort(int other) {
        return new Settings(
                host,
                other,
                data,
                database,
                limits,
                workers,
                workerHeap,
                access,
                webhooks,
                operation);
    }

    /** The same with other limits. */
    public Settings withLimits(Limits other) {
        return new Settings(
                host,
                port,
                data,
                database,
                other,
                workers,
                workerHeap,
                access,
                webhooks,
                operation);
    }

    /** The same with child processes. */
    public Settings withWorkers(int number) {
        return new Settings(
                host,
                port,
                data,
                database,
                limits,
                number,
                workerHeap,
                access,
                webhooks,
                operation);
    }

    /** The same with other ways to come in. */
    public Settings withAccess(Access other) {
        return new Settings(
                host,
                port,
                data,
                database,
                limits,
                workers,
                workerHeap,
                other,
                webhooks,
                operation);
    }

    /** The same that calls other servers. */
    public Settings withWebhooks(Reach other) {
        return new Settings(
                host, port, data, database, limits, workers, workerHeap, access, other, operation);
    }

    /** The same, watched and ended in another way. */
    Settings withOperation(Operation other) {
        return new Settings(
                host, port, data, database, limits, workers, workerHeap, access, webhooks, other);
    }

    /** The same on another database, given by its JDBC URL. */
    Settings withDatabase(String url) {
        return new Settings(
                host, port, data, url, limits, workers, workerHeap, access, webhooks, operation);
    }
}
