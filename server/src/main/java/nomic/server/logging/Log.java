package nomic.server.logging;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log of the process, as the operator wants it. */
public final class Log {
    /** The logger that has a line for each request. */
    public static final String REQUESTS = "nomic.requests";

    /** Held here, since loggers that nobody holds lose their level. */
    private static final Logger ACCESS = Logger.getLogger(REQUESTS);

    private Log() {}

    /**
     * @param json an object in each line, or lines for people
     * @param requests whether each request is a line
     */
    public static void configure(boolean json, boolean requests) {
        Formatter formatter = json ? new JsonLines() : new TextLines();
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFormatter(formatter);
        }
        ACCESS.setLevel(requests ? Level.INFO : Level.OFF);
    }
}
