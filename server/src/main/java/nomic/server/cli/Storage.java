package nomic.server.cli;

import nomic.log.GameLog;
import nomic.server.CannotStart;
import nomic.server.DataFolder;
import nomic.server.Start;
import nomic.server.setting.Configuration;
import nomic.server.setting.Setting;
import nomic.server.store.Database;
import nomic.server.store.StoredGameLog;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The options that say where a server keeps its games. */
final class Storage {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder of signing keys and database (default: data)")
    private @Nullable String data;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "a database of H2 or PostgreSQL (default: H2 in the data folder)")
    private @Nullable String database;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "a file with settings (default: nomic.properties in the data folder)")
    private @Nullable String config;

    /** The settings of the server, as far as this command needs them. */
    Configuration configuration() {
        var flags = new EnumMap<Setting, String>(Setting.class);
        add(flags, Setting.DATA, data);
        add(flags, Setting.DATABASE, database);
        add(flags, Setting.CONFIG, config);
        return Flags.configuration(command, flags);
    }

    Path data() {
        return configuration().data();
    }

    private static void add(Map<Setting, String> flags, Setting setting, @Nullable String value) {
        if (value != null) {
            flags.put(setting, value);
        }
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
        Configuration configuration = configuration();
        String url = configuration.database();
        return url == null ? withFolder(configuration.data(), work) : with(url, work);
    }

    private int withFolder(Path folder, ToIntFunction<Database> work) {
        try (DataFolder _ = DataFolder.take(folder)) {
            return with(Database.urlIn(folder) + ";IFEXISTS=TRUE", work);
        }
    }

    private static int with(String url, ToIntFunction<Database> work) {
        try (Database opened = Start.database(url)) {
            return work.applyAsInt(opened);
        }
    }
}
