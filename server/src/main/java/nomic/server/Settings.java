package nomic.server;

import nomic.game.Limits;

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
 */
public record Settings(String host, int port, Path data, @Nullable String database, Limits limits) {
    public static final String ALL_ADDRESSES = "0.0.0.0";
    public static final int PORT = 8080;
    public static final Path DATA = Path.of("data");

    /** For tests: a free port of this machine only. */
    public static Settings local(Path data) {
        return new Settings("127.0.0.1", 0, data, null, Limits.STANDARD);
    }
}
