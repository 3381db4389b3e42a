package nomic.server;

import io.helidon.webserver.WebServer;

/** Starts the server. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        WebServer server = WebServer.builder().port(8080).build().start();
        System.out.println("Listening on http://localhost:" + server.port());
    }
}
