package nomic.server.token;

import nomic.server.account.Account;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Who makes a request, and what the token that was sent is good for.
 *
 * @param token the id of the log-in or of the personal token
 * @param expires when the token ends
 */
public record Identity(Account account, Set<Scope> scopes, Kind kind, UUID token, Instant expires) {
    /** What has issued the token. */
    public enum Kind {
        LOGIN,
        PERSONAL
    }

    /** Whether the token is good for something; for the work of an administrator only to one. */
    public boolean may(Scope scope) {
        return scopes.contains(scope) && (scope != Scope.ADMIN || account.administrator());
    }

    /** The log-in that the token belongs to; null for a personal token. */
    public @Nullable UUID session() {
        return kind == Kind.LOGIN ? token : null;
    }
}
