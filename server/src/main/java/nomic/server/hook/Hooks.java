package nomic.server.hook;

import org.hibernate.LockMode;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The webhooks of all accounts, as their owners see them. Safe for use by many threads. */
public final class Hooks {
    static final int MOST = 20;

    private final SessionFactory sessions;
    private final InstantSource clock;

    public Hooks(SessionFactory sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A webhook that was made; its secret is shown now and never again. */
    record Made(Hook hook, String secret) {}

    /** Makes a webhook; null where the account has too many. */
    @Nullable Made make(String account, Wish wish) {
        String secret = Signature.draw();
        var row = new StoredHook(account, wish, secret, now());
        return sessions.fromStatelessTransaction(
                session -> {
                    if (hooks(session, "account = :value", account).size() >= MOST) {
                        return null;
                    }
                    session.insert(row);
                    return new Made(row.hook(), secret);
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static List<StoredHook> hooks(StatelessSession session, String where, String value) {
        return session.createSelectionQuery(
                        "from StoredHook where " + where + " order by created, id",
                        StoredHook.class)
                .setParameter("value", value)
                .getResultList();
    }

    /** The webhooks of an account, the oldest first. */
    public List<Hook> of(String account) {
        return sessions
                .fromStatelessTransaction(session -> hooks(session, "account = :value", account))
                .stream()
                .map(StoredHook::hook)
                .toList();
    }

    /** Ends a webhook with its calls; false where the account has no such. */
    boolean end(String account, UUID id) {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createMutationQuery(
                                                "delete StoredHook where id = :id"
                                                        + " and account = :account")
                                        .setParameter("id", id)
                                        .setParameter("account", account)
                                        .executeUpdate()
                                == 1);
    }

    /** Ends all webhooks of an account. */
    public void forget(String account) {
        sessions.inStatelessTransaction(
                session ->
                        session.createMutationQuery("delete StoredHook where account = :account")
                                .setParameter("account", account)
                                .executeUpdate());
    }

    private static @Nullable StoredHook owned(StatelessSession session, String account, UUID id) {
        StoredHook row = session.get(StoredHook.class, id);
        return row == null || !row.account.equals(account) ? null : row;
    }

    /** Lets a webhook be called again; null where the account has no such. */
    @Nullable Hook enable(String account, UUID id) {
        return sessions.fromStatelessTransaction(
                session -> {
                    StoredHook row = session.get(StoredHook.class, id, LockMode.PESSIMISTIC_WRITE);
                    if (row == null || !row.account.equals(account)) {
                        return null;
                    }
                    row.failing = null;
                    row.disabled = null;
                    row.disabledAt = null;
                    session.update(row);
                    return row.hook();
                });
    }

    /** Puts a call into the outbox that says nothing; null where the account has no such hook. */
    @Nullable Delivery ping(String account, UUID id) {
        return sessions.fromStatelessTransaction(
                session -> {
                    StoredHook hook = owned(session, account, id);
                    if (hook == null) {
                        return null;
                    }
                    String body = Letter.text(Topic.PING, now(), Map.of("webhook", id));
                    var row = new StoredDelivery(hook, Topic.PING, null, body, now());
                    session.insert(row);
                    return row.delivery();
                });
    }

    /** Some calls of a webhook, the newest first; null where the account has no such hook. */
    @Nullable List<Delivery> deliveries(String account, UUID id, long before, int limit) {
        return sessions.fromStatelessTransaction(
                session ->
                        owned(session, account, id) == null
                                ? null
                                : session
                                        .createSelectionQuery(
                                                "from StoredDelivery where hook.id = :hook"
                                                        + " and number < :before"
                                                        + " order by number desc",
                                                StoredDelivery.class)
                                        .setParameter("hook", id)
                                        .setParameter("before", before)
                                        .setMaxResults(limit)
                                        .getResultList()
                                        .stream()
                                        .map(StoredDelivery::delivery)
                                        .toList());
    }

    /** Sends a call that has arrived or was given up again; null where there is none. */
    @Nullable Delivery redeliver(String account, UUID hook, UUID delivery) {
        return sessions.fromStatelessTransaction(
                session -> {
                    StoredDelivery row =
                            owned(session, account, hook) == null
                                    ? null
                                    : session.createSelectionQuery(
                                                    "from StoredDelivery where id = :id"
                                                            + " and hook.id = :hook",
                                                    StoredDelivery.class)
                                            .setParameter("id", delivery)
                                            .setParameter("hook", hook)
                                            .getSingleResultOrNull();
                    if (row == null) {
                        return null;
                    }
                    if (row.status != Delivery.Status.PENDING) {
                        row.status = Delivery.Status.PENDING;
                        row.attempts = 0;
                        row.next = now();
                        session.update(row);
                    }
                    return row.delivery();
                });
    }
}
