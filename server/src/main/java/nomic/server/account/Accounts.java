package nomic.server.account;

import org.hibernate.SessionFactory;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
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

        /** Another account has a name that looks the same. */
        record LooksTaken() implements Registered {}
    }

    /** Opens an account; {@code name} has at most 100 characters, as has its lower case. */
    public Registered create(String name, String passwordHash, boolean bot) {
        Account account =
                new Account(
                        UUID.randomUUID(),
                        name,
                        AccountName.key(name),
                        AccountName.look(name),
                        passwordHash,
                        clock.instant(),
                        bot);
        try {
            sessions.inStatelessTransaction(session -> session.insert(account));
            return new Registered.Created(account);
        } catch (ConstraintViolationException e) {
            if (byName(name) != null) {
                return new Registered.NameTaken();
            }
            if (isLookTaken(name)) {
                return new Registered.LooksTaken();
            }
            throw e;
        }
    }

    /** Notes what the names of accounts look like that are older than this check. */
    public void noteLooks() {
        List<Account> unseen =
                sessions.fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery(
                                                "from Account where look is null"
                                                        + " order by createdAt, id",
                                                Account.class)
                                        .getResultList());
        for (Account account : unseen) {
            if (!isLookTaken(account.name())) {
                sessions.inStatelessTransaction(
                        session ->
                                session.createMutationQuery(
                                                "update Account set look = :look where id = :id")
                                        .setParameter("look", AccountName.look(account.name()))
                                        .setParameter("id", account.id())
                                        .executeUpdate());
            }
        }
    }

    private boolean isLookTaken(String name) {
        return !sessions.fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery(
                                                "from Account where look = :look", Account.class)
                                        .setParameter("look", AccountName.look(name))
                                        .getResultList())
                .isEmpty();
    }

    /** The account with a name, whatever its case, or null. */
    public @Nullable Account byName(String name) {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createSelectionQuery(
                                        "from Account where nameKey = :key", Account.class)
                                .setParameter("key", AccountName.key(name))
                                .getSingleResultOrNull());
    }

    /** Those of some names whose accounts are bots. */
    public Set<String> bots(Set<String> names) {
        return names.isEmpty()
                ? Set.of()
                : Set.copyOf(
                        sessions.fromStatelessTransaction(
                                session ->
                                        session.createSelectionQuery(
                                                        "select name from Account"
                                                                + " where bot and name in :names",
                                                        String.class)
                                                .setParameter("names", names)
                                                .getResultList()));
    }

    public @Nullable Account byId(UUID id) {
        return sessions.fromStatelessTransaction(session -> session.get(Account.class, id));
    }
}
