package nomic.server;

import nomic.log.LocalGames;
import nomic.server.admin.ServerRoutes.Staff;
import nomic.server.live.Connections;
import nomic.server.metrics.Metrics;
import nomic.server.store.Database;
import nomic.server.store.StoredGameLog;
import nomic.worker.Roll;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;
import java.util.function.Supplier;

/** What is asked of the parts of a server each time that its metrics are read. */
final class Watch {
    private Watch() {}

    static void over(
            Metrics metrics,
            Database database,
            StoredGameLog log,
            LocalGames games,
            Connections connections) {
        metrics.gauge(
                "nomic.queue.length",
                "Commands that wait for their turn",
                games,
                LocalGames::waiting);
        metrics.gauge("nomic.games.in.memory", "Games in memory", games, LocalGames::inMemory);
        metrics.gauge(
                "nomic.games.quarantined", "Games in quarantine", log, StoredGameLog::inQuarantine);
        metrics.gauge("nomic.sockets", "Open sockets and streams", connections, Connections::count);
        metrics.gauge(
                "nomic.database.connections",
                "Connections to the database in use",
                database,
                Database::connectionsInUse);
        metrics.gauge(
                "nomic.database.waiting",
                "Those who wait for a connection to the database",
                database,
                Database::waitingForConnections);
    }

    static void over(Metrics metrics, Supplier<@Nullable Staff> staff) {
        over(metrics, "checking", staff, Staff::checking);
        over(metrics, "deciding", staff, Staff::deciding);
    }

    private static void over(
            Metrics metrics,
            String kind,
            Supplier<@Nullable Staff> staff,
            Function<Staff, Roll> part) {
        Supplier<Roll> roll =
                () -> {
                    Staff all = staff.get();
                    return all == null ? new Roll(0, 0, 0) : part.apply(all);
                };
        metrics.gauge(
                "nomic.workers",
                "Child processes that are up",
                "kind",
                kind,
                roll,
                from -> from.get().running());
        metrics.count(
                "nomic.workers.lost",
                "Child processes that have ended over a question",
                "kind",
                kind,
                roll,
                from -> from.get().lost());
    }
}
