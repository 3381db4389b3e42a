package nomic.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import nomic.server.account.Account;
import nomic.server.door.StoredDoor;
import nomic.server.door.StoredGuest;
import nomic.server.hook.StoredDelivery;
import nomic.server.hook.StoredHook;
import nomic.server.notice.StoredBox;
import nomic.server.notice.StoredNotice;
import nomic.server.notice.StoredPlace;
import nomic.server.talk.StoredMessage;
import nomic.server.talk.StoredMute;
import nomic.server.talk.StoredReport;
import nomic.server.talk.StoredRoom;
import nomic.server.token.ApiToken;
import nomic.server.token.LoginSession;
import nomic.server.token.PasswordReset;
import nomic.server.token.RefreshToken;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.hibernate.SessionFactory;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An open database with its tables up to date: H2 or PostgreSQL. */
public final class Database implements AutoCloseable {
    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * A writer that stops in mid-transaction must not keep the row of a game from the next one. The
     * bounds are above what a loaded machine needs and below what a player waits for.
     */
    private static final String POSTGRESQL_BOUNDS =
            "set idle_in_transaction_session_timeout = '3s';"
                    + " set lock_timeout = '8s';"
                    + " set statement_timeout = '15s'";

    /**
     * Errors of SQL quote values, and so what players wrote; what threw them is logged by callers.
     */
    private static final Map<Logger, Level> LEVELS =
            Map.of(
                    Logger.getLogger("org.hibernate.orm.jdbc.error"), Level.OFF,
                    Logger.getLogger("org.hibernate"), Level.WARNING,
                    Logger.getLogger("org.flywaydb"), Level.WARNING,
                    Logger.getLogger("com.zaxxer.hikari"), Level.WARNING);

    private final HikariDataSource pool;
    private final SessionFactory sessions;

    private Database(HikariDataSource pool, SessionFactory sessions) {
        this.pool = pool;
        this.sessions = sessions;
    }

    /** What it is and its version, such as {@code PostgreSQL 18.1}. */
    public String product() {
        return sessions.fromStatelessSession(
                session ->
                        session.doReturningWork(
                                connection -> {
                                    var about = connection.getMetaData();
                                    return about.getDatabaseProductName()
                                            + " "
                                            + about.getDatabaseProductVersion();
                                }));
    }

    /** What keeps it from answering; null where it answers. */
    public @Nullable String trouble() {
        try {
            return sessions.fromStatelessSession(
                    session ->
                            session.createNativeQuery("select 1", Integer.class).getSingleResult()
                                            == 1
                                    ? null
                                    : "It does not answer.");
        } catch (RuntimeException e) {
            return "It does not answer (" + e.getClass().getSimpleName() + ").";
        }
    }

    /** The connections in use, and those who wait for one. */
    public int connectionsInUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    public int waitingForConnections() {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    /**
     * The tables of a database, which nothing was done to.
     *
     * @param version of the last step that was made; empty where there are no tables yet
     * @param pending steps that an opening would make
     * @param isNewer whether another version of this program has made steps that this does not know
     */
    public record Schema(String product, String version, int pending, boolean isNewer) {}

    /** Looks at a database without making tables; throws where it does not answer. */
    public static Schema look(String url) {
        LEVELS.forEach(Logger::setLevel);
        try (HikariDataSource pool = new HikariDataSource(pooled(url));
                Connection connection = pool.getConnection()) {
            MigrationInfoService steps = Flyway.configure().dataSource(pool).load().info();
            MigrationInfo current = steps.current();
            DatabaseMetaData about = connection.getMetaData();
            return new Schema(
                    about.getDatabaseProductName() + " " + about.getDatabaseProductVersion(),
                    current == null ? "" : String.valueOf(current.getVersion()),
                    steps.pending().length,
                    Arrays.stream(steps.all())
                            .anyMatch(step -> step.getState() == MigrationState.FUTURE_SUCCESS));
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer", e);
        }
    }

    /** The URL of the H2 database in a data folder. */
    public static String urlIn(Path dataFolder) {
        return H2 + "file:" + dataFolder.toAbsolutePath().resolve("nomic");
    }

    /**
     * Opens a database and brings its tables up to date.
     *
     * @param url of JDBC; user and password for PostgreSQL are its parameters
     * @throws IllegalArgumentException if it is neither H2's nor PostgreSQL's
     */
    public static Database open(String url) {
        LEVELS.forEach(Logger::setLevel);
        HikariDataSource pool = new HikariDataSource(pooled(url));
        try {
            Flyway.configure().dataSource(pool).load().migrate();
            return new Database(pool, sessions(pool));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariConfig pooled(String url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("nomic");
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        if (url.startsWith(H2)) {
            config.setJdbcUrl(durable(url));
            config.setUsername("sa");
            config.setPassword("");
        } else if (url.startsWith(POSTGRESQL)) {
            config.setJdbcUrl(url);
            config.setConnectionInitSql(POSTGRESQL_BOUNDS);
            config.addDataSourceProperty("socketTimeout", "30");
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
        } else {
            throw new IllegalArgumentException(
                    "The database URL must begin with " + H2 + " or " + POSTGRESQL);
        }
        return config;
    }

    /** Without WRITE_DELAY=0 a killed process loses commits that were acknowledged. */
    private static String durable(String url) {
        return with(
                with(with(url, "WRITE_DELAY", "0"), "LOCK_TIMEOUT", "8000"),
                "DB_CLOSE_ON_EXIT",
                "FALSE");
    }

    private static String with(String url, String setting, String value) {
        boolean given = url.toUpperCase(Locale.ROOT).contains(";" + setting + "=");
        return given ? url : url + ";" + setting + "=" + value;
    }

    private static SessionFactory sessions(HikariDataSource pool) {
        return new HibernatePersistenceConfiguration("nomic")
                .managedClasses(
                        Account.class,
                        LoginSession.class,
                        RefreshToken.class,
                        ApiToken.class,
                        PasswordReset.class,
                        StoredGame.class,
                        StoredCommand.class,
                        StoredEvent.class,
                        StoredDoor.class,
                        StoredGuest.class,
                        StoredRoom.class,
                        StoredMessage.class,
                        StoredMute.class,
                        StoredReport.class,
                        StoredBox.class,
                        StoredNotice.class,
                        StoredPlace.class,
                        StoredHook.class,
                        StoredDelivery.class)
                .property("hibernate.connection.datasource", pool)
                .property("hibernate.jdbc.batch_size", 50)
                .property("hibernate.jdbc.time_zone", "UTC")
                .createEntityManagerFactory();
    }

    public SessionFactory sessions() {
        return sessions;
    }

    @Override
    public void close() {
        sessions.close();
        pool.close();
    }
}
