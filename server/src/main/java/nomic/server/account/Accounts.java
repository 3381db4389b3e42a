package nomic.server.account;

import org.hibernate.SessionFactory;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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
            if (isTaken("nameKey", AccountName.key(name))) {
                return new Registered.NameTaken();
            }
            if (isTaken("look", AccountName.look(name))) {
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
            if (!isTaken("look", AccountName.look(account.name()))) {
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

    /** Names of deleted accounts stay taken, so that nobody poses as who has played under them. */
    private boolean isTaken(String member, String value) {
        return sessions.fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery(
                                                "select count(*) from Account where "
                                                        + member
                                                        + " = :value",
                                                Long.class)
                                        .setParameter("value", value)
                                        .getSingleResult())
                > 0;
    }

    /** The account with a name, whatever its case, or null. */
    public @Nullable Account byName(String name) {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createSelectionQuery(
                                        "from Account where nameKey = :key and deletedAt is null",
                                        Account.class)
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

    /**
     * Some accounts in the order of their names.
     *
     * @param after the name of the last account that was seen; empty to begin
     */
    public List<Account> page(String after, int limit) {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createSelectionQuery(
                                        "from Account where nameKey > :after and deletedAt is null"
                                                + " order by nameKey",
                                        Account.class)
                                .setParameter("after", AccountName.key(after))
                                .setMaxResults(limit)
                                .getResultList());
    }

    /** How many accounts there are that have not been deleted. */
    public long count() {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createSelectionQuery(
                                        "select count(*) from Account where deletedAt is null",
                                        Long.class)
                                .getSingleResult());
    }

    /** Replaces the hash of a password, if it has not been replaced since it was read. */
    public boolean changePassword(Account account, String hash) {
        return update(
                        "update Account set passwordHash = :value"
                                + " where id = :id and passwordHash = :old",
                        account.id(),
                        Map.of("value", hash, "old", account.passwordHash()))
                == 1;
    }

    /** Sets a password, whatever it was; false where the account has been deleted. */
    public boolean setPassword(UUID id, String hash) {
        return update(
                        "update Account set passwordHash = :value"
                                + " where id = :id and deletedAt is null",
                        id,
                        Map.of("value", hash))
                == 1;
    }

    /** Says where mail to the owner goes; null for nowhere. */
    public void setEmail(UUID id, @Nullable String email) {
        String value = email == null ? "" : email;
        update(
                "update Account set email = nullif(:value, '') where id = :id",
                id,
                Map.of("value", value));
    }

    public void setAdministrator(UUID id, boolean administrator) {
        update(
                "update Account set administrator = :value where id = :id",
                id,
                Map.of("value", administrator));
    }

    /** Keeps an account from acting, for a reason of at most 500 characters. */
    public void suspend(UUID id, String reason) {
        update(
                "update Account set suspension = :value, suspendedAt = :now where id = :id",
                id,
                Map.of("value", reason, "now", clock.instant()));
    }

    public void liftSuspension(UUID id) {
        update(
                "update Account set suspension = null, suspendedAt = null where id = :id",
                id,
                Map.of());
    }

    /** Deletes what is known of a person; the name remains, as games name their players. */
    public void delete(UUID id) {
        update(
                "update Account set deletedAt = :now, email = null, passwordHash = '',"
                        + " administrator = false where id = :id",
                id,
                Map.of("now", clock.instant()));
    }

    private int update(String statement, UUID id, Map<String, Object> values) {
        return sessions.fromStatelessTransaction(
                session -> {
                    var query = session.createMutationQuery(statement).setParameter("id", id);
                    values.forEach(query::setParameter);
                    return query.executeUpdate();
                });
    }

    public @Nullable Account byId(UUID id) {
        return sessions.fromStatelessTransaction(session -> session.get(Account.class, id));
    }
}
