package nomic.server.cli;

import nomic.server.Server;

import java.io.PrintWriter;
import java.time.Duration;

/** Ends the server when its process is told to end: in order, or at least in time. */
final class Farewell {
    private Farewell() {}

    /** The status of the process is 0 where all was done in time, and 1 where not. */
    static void atTheEndOfTheProcess(Server server, Duration grace, PrintWriter err) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, grace, err), "shutdown"));
    }

    private static void end(Server server, Duration grace, PrintWriter err) {
        Thread closing = Thread.ofPlatform().daemon().name("closing").start(server::close);
        boolean closed = false;
        try {
            closed = closing.join(grace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!closed) {
            err.println(
                    "nomic: The server did not end within %d s (shutdown-grace) and is cut off."
                            .formatted(grace.toSeconds()));
        }
        // Else the status would be that of the signal.
        Runtime.getRuntime().halt(closed ? Nomic.OK : Nomic.REFUSED);
    }
}
