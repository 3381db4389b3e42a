package nomic.server.cli;

import nomic.log.GameLog;
import nomic.server.CannotStart;
import nomic.server.DataFolder;
import nomic.server.Settings;
import nomic.server.Start;
import nomic.server.store.Database;
import nomic.server.store.StoredGameLog;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.ToIntFunction;

/** The options that say where a server keeps its games. */
final class Storage {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder of signing key and database (default: ${DEFAULT-VALUE})")
    private Path data = Settings.DATA;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "a database of H2 or PostgreSQL (default: H2 in the data folder)")
    private @Nullable String database;

    Path data() {
        return data;
    }

    @Nullable String database() {
        return database;
    }

    /**
     * Does something with the games, and gives what it gives.
     *
     * @throws CannotStart where they cannot be opened
     */
    int with(ToIntFunction<GameLog> work) {
        return withDatabase(
                opened -> work.applyAsInt(new StoredGameLog(opened.sessions(), Clock.systemUTC())));
    }

    /**
     * Does something with the database, and gives what it gives.
     *
     * @throws CannotStart where it cannot be opened
     */
    int withDatabase(ToIntFunction<Database> work) {
        return database == null ? withFolder(work) : with(database, work);
    }

    private int withFolder(ToIntFunction<Database> work) {
        try (DataFolder _ = DataFolder.take(data)) {
            return with(Database.urlIn(data) + ";IFEXISTS=TRUE", work);
        }
    }

    private static int with(String url, ToIntFunction<Database> work) {
        try (Database opened = Start.database(url)) {
            return work.applyAsInt(opened);
        }
    }
}
