package nomic.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The wire between a server and its PostgreSQL. It can be cut at the moment that matters: when the
 * commit of a move is on its way, or when its answer is.
 */
final class Relay implements AutoCloseable {
    private static final String APPEND = "insert into game_event";
    private static final String COMMIT = "COMMIT";

    private final ServerSocket door;
    private final int port;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile Cut cut = Cut.NONE;
    private volatile CompletableFuture<Void> reached = new CompletableFuture<>();

    /** Where the wire breaks, once. */
    enum Cut {
        NONE,
        /** The commit of a move does not arrive. */
        BEFORE_COMMIT,
        /** The commit arrives, and nobody hears of it. */
        AFTER_COMMIT
    }

    /**
     * @param port of PostgreSQL on this machine
     */
    Relay(int port) {
        this.port = port;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The URL of a database by way of this wire. */
    String through(String url) {
        String relayed = url.replace(":" + port + "/", ":" + door.getLocalPort() + "/");
        return relayed + (url.contains("?") ? "&" : "?") + "prepareThreshold=0";
    }

    /** Prepares for the next move; what it gives is done when the wire has stopped there. */
    CompletableFuture<Void> stopAt(Cut where) {
        reached = new CompletableFuture<>();
        cut = where;
        return reached;
    }

    /** Breaks all connections; new ones work. */
    void snap() {
        for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
            close(socket);
        }
    }

    private void accept() {
        try {
            while (true) {
                var line = new Line(door.accept(), new Socket("127.0.0.1", port));
                Thread.ofVirtual().start(line::ask);
                Thread.ofVirtual().start(line::answer);
            }
        } catch (IOException e) {
            // the door is closed
        }
    }

    /** One connection. It carries on until it has met the cut. */
    private final class Line {
        private final Socket server;
        private final Socket database;
        private boolean appends;
        private volatile boolean mute;

        Line(Socket server, Socket database) {
            this.server = server;
            this.database = database;
            sockets.add(server);
            sockets.add(database);
        }

        void ask() {
            byte[] buffer = new byte[65536];
            try (server;
                    database) {
                InputStream in = server.getInputStream();
                OutputStream out = database.getOutputStream();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    String text = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                    appends |= text.contains(APPEND);
                    if (text.contains(COMMIT) && appends && cut != Cut.NONE) {
                        mute = true;
                        if (cut == Cut.BEFORE_COMMIT) {
                            cut = Cut.NONE;
                            reached.complete(null);
                            continue;
                        }
                    }
                    appends &= !text.contains(COMMIT);
                    out.write(buffer, 0, n);
                }
            } catch (IOException e) {
                // one of the two is gone
            }
        }

        void answer() {
            byte[] buffer = new byte[65536];
            try (server;
                    database) {
                InputStream in = database.getInputStream();
                OutputStream out = server.getOutputStream();
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    if (mute) {
                        cut = Cut.NONE;
                        reached.complete(null);
                    } else {
                        out.write(buffer, 0, n);
                    }
                }
            } catch (IOException e) {
                // one of the two is gone
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        snap();
    }
}
