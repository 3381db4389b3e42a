package nomic.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A real PostgreSQL server of the test run, started with its first database. */
public final class Postgres {
    private static final Logger CHATTER = Logger.getLogger("io.zonky.test");
    private static final Logger OUTPUT = Logger.getLogger("init");
    private static final EmbeddedPostgres SERVER = start();
    private static int databases;

    private Postgres() {}

    private static EmbeddedPostgres start() {
        CHATTER.setLevel(Level.WARNING);
        OUTPUT.setLevel(Level.WARNING);
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC URL of a new, empty database. */
    public static synchronized String newDatabase() {
        String name = "nomic" + ++databases;
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }
}
