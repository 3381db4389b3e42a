package nomic.server.live;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that is open to clients and stays so until somebody ends it: sockets and streams. */
public final class Connections implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Set<Connection> open = new HashSet<>();
    private boolean stopping;

    /** One of them. */
    @FunctionalInterface
    interface Connection {
        /** Begins to end, after what waits to be written. Does not block. */
        void goodbye();
    }

    /** Counts a connection; when the server is stopping it is told so at once. */
    void add(Connection connection) {
        boolean late;
        synchronized (this) {
            open.add(connection);
            late = stopping;
        }
        if (late) {
            connection.goodbye();
        }
    }

    synchronized void remove(Connection connection) {
        open.remove(connection);
        notifyAll();
    }

    /** How many there are. */
    public synchronized int count() {
        return open.size();
    }

    /** Says goodbye to all, and waits a little for them to answer it. */
    @Override
    public void close() {
        List<Connection> all;
        synchronized (this) {
            stopping = true;
            all = List.copyOf(open);
        }
        all.forEach(Connection::goodbye);
        try {
            await(System.nanoTime() + PATIENCE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void await(long end) throws InterruptedException {
        long left = end - System.nanoTime();
        while (!open.isEmpty() && left > 0) {
            wait(left / 1_000_000 + 1);
            left = end - System.nanoTime();
        }
    }
}
