package nomic.server.account;

import org.hibernate.SessionFactory;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;

/** The accounts of the server. Safe for use by many threads. */
public final class Accounts {
    private final SessionFactory sessions;
    private final InstantSource clock;

    public Accounts(SessionFactory sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What became of a registration. */
    public sealed interface Registered {
        record Created(Account account) implements Registered {}

        /** Another account has this name, or one that differs only in case or in encoding. */
        record NameTaken() implements Registered {}
    }

    /** Opens an account; {@code name} has at most 100 characters, as has its lower case. */
    public Registered create(String name, String passwordHash) {
        Account account =
                new Account(UUID.randomUUID(), name, key(name), passwordHash, clock.instant());
        try {
            sessions.inStatelessTransaction(session -> session.insert(account));
            return new Registered.Created(account);
        } catch (ConstraintViolationException e) {
            if (byName(name) == null) {
                throw e;
            }
            return new Registered.NameTaken();
        }
    }

    /** The account with a name, whatever its case, or null. */
    public @Nullable Account byName(String name) {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createSelectionQuery(
                                        "from Account where nameKey = :key", Account.class)
                                .setParameter("key", key(name))
                                .getSingleResultOrNull());
    }

    public @Nullable Account byId(UUID id) {
        return sessions.fromStatelessTransaction(session -> session.get(Account.class, id));
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
