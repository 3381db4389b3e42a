package nomic.server.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A log-in as its owner sees it.
 *
 * @param current whether the request belongs to it
 */
public record SessionView(
        UUID id,
        String client,
        List<String> scopes,
        Instant created,
        Instant used,
        Instant expires,
        boolean current) {
    /** The log-ins of who asks, the one that was renewed last first. */
    public static List<SessionView> of(Sessions sessions, Identity asking) {
        return sessions.of(asking.account().id()).stream()
                .map(
                        session ->
                                new SessionView(
                                        session.id,
                                        session.client,
                                        List.of(session.scopes.split(" ")),
                                        session.created,
                                        session.used,
                                        session.expires,
                                        session.id.equals(asking.session())))
                .toList();
    }
}
