package nomic.server;

import io.helidon.webserver.WebServer;

import nomic.server.store.Database;

/** The steps of a start that depend on the machine, with errors that an operator understands. */
public final class Start {
    private Start() {}

    static Database database(Settings settings) {
        String url = settings.database();
        return database(url == null ? Database.urlIn(settings.data()) : url);
    }

    /** Opens a database; throws {@link CannotStart}. */
    public static Database database(String url) {
        try {
            return Database.open(url);
        } catch (RuntimeException e) {
            throw new CannotStart("Cannot open the database " + withoutSecrets(url), e);
        }
    }

    /** Parameters of a URL may hold a password. */
    private static String withoutSecrets(String url) {
        return url.replaceFirst("[?;].*", "");
    }

    static void listen(Settings settings, WebServer web) {
        try {
            web.start();
            if (!web.isRunning()) {
                throw new IllegalStateException("the port is taken, or the address is not here");
            }
        } catch (RuntimeException e) {
            throw new CannotStart(
                    "Cannot listen on " + settings.host() + " port " + settings.port(), e);
        }
    }
}
