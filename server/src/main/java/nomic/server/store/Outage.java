package nomic.server.store;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells a database that cannot serve at present from a mistake of the program. */
public final class Outage {
    /** Of the SQL standard: connections, conflicts, resources, locks, operators, the system. */
    private static final Set<String> CLASSES =
            Set.of("08", "25", "40", "53", "55", "57", "58", "XX");

    /** Those of H2 are numbers: broken, closed or unreadable files, and locks. */
    private static final String H2 = "90";

    private static final String H2_LOCK_TIMEOUT = "HYT00";

    private Outage() {}

    /** Whether something failed only because the database did. */
    public static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException failure) {
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || isOutage(failure.getSQLState())
                || isOfFiles(failure);
    }

    /** H2 calls a disk that is full a general error. */
    private static boolean isOfFiles(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (CLASSES.contains(state.substring(0, 2))
                        || state.startsWith(H2)
                        || state.equals(H2_LOCK_TIMEOUT));
    }
}
