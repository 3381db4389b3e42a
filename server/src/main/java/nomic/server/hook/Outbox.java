package nomic.server.hook;

import org.hibernate.LockMode;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What is to be sent, as couriers see it. Who takes a call moves its next attempt on, on condition
 * that nobody else has: so each attempt is made by one, and one whose process has died is made
 * again.
 */
final class Outbox {
    /** When it is tried again after each attempt; after the last one it is given up. */
    static final List<Duration> DELAYS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(10));

    /** How long a webhook may fail before it is called no more. */
    private static final Duration PATIENCE = Duration.ofDays(3);

    /** By then an attempt has ended, or its process has. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int GONE = 410;

    private final SessionFactory sessions;
    private final InstantSource clock;

    Outbox(SessionFactory sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Takes what is due first and is for none of the busy accounts; null for nothing. */
    @Nullable Attempt take(Collection<String> busy) {
        Instant now = now();
        return sessions.fromStatelessTransaction(
                session -> {
                    StoredDelivery due = due(session, now, busy);
                    return due == null ? null : taken(session, due, now);
                });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static @Nullable StoredDelivery due(
            StatelessSession session, Instant now, Collection<String> busy) {
        String others = busy.isEmpty() ? "" : " and d.hook.account not in :busy";
        var query =
                session.createSelectionQuery(
                                "from StoredDelivery d join fetch d.hook where d.status = PENDING"
                                        + " and d.next <= :now"
                                        + others
                                        + " order by d.next, d.number",
                                StoredDelivery.class)
                        .setParameter("now", now)
                        .setMaxResults(1);
        return (busy.isEmpty() ? query : query.setParameter("busy", busy)).getSingleResultOrNull();
    }

    private static @Nullable Attempt taken(
            StatelessSession session, StoredDelivery due, Instant now) {
        int rows =
                session.createMutationQuery(
                                "update StoredDelivery set attempts = attempts + 1, next = :lease,"
                                        + " tried = :now where number = :number"
                                        + " and attempts = :attempts and status = PENDING"
                                        + " and next <= :now")
                        .setParameter("lease", now.plus(LEASE))
                        .setParameter("now", now)
                        .setParameter("number", due.number)
                        .setParameter("attempts", due.attempts)
                        .executeUpdate();
        return rows == 0
                ? null
                : new Attempt(
                        Objects.requireNonNull(due.number, "It is stored"),
                        due.id,
                        due.attempts + 1,
                        due.hook.id,
                        due.hook.account,
                        due.type,
                        due.game,
                        due.hook.url,
                        due.hook.secret,
                        due.body);
    }

    /** Notes that an attempt has succeeded or failed. */
    void note(Attempt attempt, Sender.Sent sent) {
        sessions.inStatelessTransaction(
                session -> {
                    StoredDelivery row = session.get(StoredDelivery.class, attempt.number());
                    StoredHook hook =
                            session.get(
                                    StoredHook.class, attempt.hook(), LockMode.PESSIMISTIC_WRITE);
                    if (row != null && hook != null && row.attempts == attempt.count()) {
                        note(session, row, hook, sent);
                    }
                });
    }

    private void note(
            StatelessSession session, StoredDelivery row, StoredHook hook, Sender.Sent sent) {
        switch (sent) {
            case Sender.Sent.Answered answered -> {
                row.answer = answered.status();
                row.error = answered.arrived() ? null : "the host has answered with an error";
                if (answered.arrived()) {
                    arrived(row, hook);
                } else {
                    failed(row, hook, answered.status() == GONE);
                }
            }
            case Sender.Sent.Failed(String why) -> {
                row.answer = null;
                row.error = why;
                failed(row, hook, false);
            }
        }
        session.update(row);
        session.update(hook);
        if (hook.disabled != null) {
            giveUp(session, hook);
        }
    }

    private static void arrived(StoredDelivery row, StoredHook hook) {
        row.status = Delivery.Status.DELIVERED;
        row.next = null;
        hook.failing = null;
    }

    private void failed(StoredDelivery row, StoredHook hook, boolean gone) {
        Instant now = now();
        if (row.attempts > DELAYS.size()) {
            row.status = Delivery.Status.FAILED;
            row.next = null;
        } else {
            row.next = now.plus(DELAYS.get(row.attempts - 1));
        }
        if (hook.failing == null) {
            hook.failing = now;
        }
        if (gone || hook.failing.plus(PATIENCE).isBefore(now)) {
            hook.disabledAt = now;
            hook.disabled =
                    gone ? "the host says that it is gone" : "all calls of three days failed";
        }
    }

    private static void giveUp(StatelessSession session, StoredHook hook) {
        session.createMutationQuery(
                        "update StoredDelivery set status = FAILED, next = null"
                                + " where hook.id = :hook and status = PENDING")
                .setParameter("hook", hook.id)
                .executeUpdate();
    }

    /** Gives a call up that may not be made. */
    void refuse(Attempt attempt, String why) {
        sessions.inStatelessTransaction(
                session ->
                        session.createMutationQuery(
                                        "update StoredDelivery set status = FAILED, next = null,"
                                                + " error = :why where number = :number")
                                .setParameter("why", why)
                                .setParameter("number", attempt.number())
                                .executeUpdate());
    }

    /** Forgets calls that have long arrived or been given up. */
    void sweep() {
        sessions.inStatelessTransaction(
                session ->
                        session.createMutationQuery(
                                        "delete StoredDelivery where status <> PENDING"
                                                + " and created < :old")
                                .setParameter("old", now().minus(KEPT))
                                .executeUpdate());
    }
}
