package nomic.client;

import nomic.server.Server;
import nomic.server.Settings;

import java.net.URI;
import java.nio.file.Path;

/** A server that can be started again in its place. */
final class Running implements AutoCloseable {
    private final Path data;
    private volatile Server server;

    Running(Path data) {
        this.data = data;
        this.server = Server.start(Settings.local(data));
    }

    URI uri() {
        return server.uri();
    }

    Nomic nomic() {
        return Nomic.at(uri());
    }

    void stop() {
        server.close();
    }

    /** Starts it on the same port with the same games. */
    void start(int port) {
        server = Server.start(Settings.local(data).withPort(port));
    }

    /** Starts it again, and goes on while that lasts. */
    Thread restart() {
        int port = uri().getPort();
        stop();
        return Thread.ofVirtual().start(() -> start(port));
    }

    @Override
    public void close() {
        server.close();
    }
}
