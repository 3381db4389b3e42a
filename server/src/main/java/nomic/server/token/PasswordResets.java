package nomic.server.token;

import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** The tokens for new passwords. Of an account only the last one is good, for an hour and once. */
public final class PasswordResets {
    static final Duration LIFETIME = Duration.ofHours(1);
    private static final String PREFIX = "nomic_rp_";

    private final SessionFactory sessions;
    private final InstantSource clock;

    public PasswordResets(SessionFactory sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Makes a token for an account. */
    public String make(UUID account) {
        String token = Secret.draw(PREFIX);
        Instant expires = clock.instant().plus(LIFETIME);
        sessions.inStatelessTransaction(
                session -> {
                    session.createMutationQuery("delete PasswordReset where account = :account")
                            .setParameter("account", account)
                            .executeUpdate();
                    session.insert(new PasswordReset(Secret.hash(token), account, expires));
                });
        return token;
    }

    /** Uses a token up and gives its account; null where it is not good. */
    public @Nullable UUID use(String token) {
        return sessions.fromStatelessTransaction(
                session -> {
                    PasswordReset found =
                            session.createSelectionQuery(
                                            "from PasswordReset"
                                                    + " where hash = :hash and expires > :now",
                                            PasswordReset.class)
                                    .setParameter("hash", Secret.hash(token))
                                    .setParameter("now", clock.instant())
                                    .getSingleResultOrNull();
                    return found != null
                                    && session.createMutationQuery(
                                                            "delete PasswordReset"
                                                                    + " where hash = :hash")
                                                    .setParameter("hash", found.hash)
                                                    .executeUpdate()
                                            == 1
                            ? found.account
                            : null;
                });
    }
}
