package nomic.server.mail;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * How mail leaves the server.
 *
 * @param server {@code smtp://host:port} or {@code smtps://host:port}
 * @param from the address that mail comes from
 * @param user who the server is for the mail server; null where it does not ask
 */
public record MailSettings(
        URI server, String from, @Nullable String user, @Nullable String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "mail over " + server;
    }
}
