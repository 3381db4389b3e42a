package nomic.server.token;

import nomic.server.account.Account;

import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The log-ins of all accounts. Each has a chain of refresh tokens, of which only the last is good:
 * one that comes a second time has been stolen, before or now, and ends the log-in for both. Safe
 * for use by many threads.
 */
public final class Sessions {
    static final Duration IDLE = Duration.ofDays(30);
    static final int MOST = 100;
    static final String PREFIX = "nomic_rt_";
    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());

    private final SessionFactory sessions;
    private final InstantSource clock;

    public Sessions(SessionFactory sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What a client gets for its password or its refresh token. */
    public record Granted(Account account, UUID session, Set<Scope> scopes, String refreshToken) {}

    /**
     * Logs an account in. Log-ins that have ended are forgotten, and beyond a hundred the one that
     * has not been used for longest.
     *
     * @param client what the client calls itself, in at most 200 characters
     */
    public Granted open(Account account, Set<Scope> scopes, String client) {
        Instant now = clock.instant();
        var opened =
                new LoginSession(
                        UUID.randomUUID(),
                        account,
                        Scope.text(scopes),
                        client,
                        now,
                        now.plus(IDLE));
        return sessions.fromStatelessTransaction(
                session -> {
                    sweep(session, account.id(), now);
                    session.insert(opened);
                    return new Granted(account, opened.id, scopes, issue(session, opened.id));
                });
    }

    private static void sweep(StatelessSession session, UUID account, Instant now) {
        session.createMutationQuery(
                        "delete LoginSession where account.id = :account and expires <= :now")
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
        session.createSelectionQuery(
                        "select id from LoginSession where account.id = :account order by used"
                                + " desc",
                        UUID.class)
                .setParameter("account", account)
                .setFirstResult(MOST - 1)
                .getResultList()
                .forEach(id -> delete(session, id));
    }

    private static String issue(StatelessSession session, UUID id) {
        String token = Secret.draw(PREFIX);
        session.insert(new RefreshToken(Secret.hash(token), id));
        return token;
    }

    /** Exchanges a refresh token for the next one; null where it is not good. */
    public @Nullable Granted refresh(String token) {
        String hash = Secret.hash(token);
        Instant now = clock.instant();
        return sessions.fromStatelessTransaction(
                session -> {
                    if (!locked(session, hash)) {
                        return null;
                    }
                    return spend(session, hash, now)
                            ? renewed(session, hash, now)
                            : refused(session, hash);
                });
    }

    /**
     * Whoever changes a log-in locks it before its tokens: so none waits for another in a circle.
     */
    private static boolean locked(StatelessSession session, String hash) {
        return session.createMutationQuery(
                                "update LoginSession set used = used where id ="
                                        + " (select t.session from RefreshToken t where t.hash ="
                                        + " :hash)")
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    private static boolean spend(StatelessSession session, String hash, Instant now) {
        return session.createMutationQuery(
                                "update RefreshToken set spent = :now"
                                        + " where hash = :hash and spent is null")
                        .setParameter("now", now)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    private static @Nullable Granted renewed(StatelessSession session, String hash, Instant now) {
        LoginSession found = byRefreshToken(session, hash);
        if (found == null || !found.expires.isAfter(now)) {
            return null;
        }
        Set<Scope> scopes = Scope.parse(found.scopes);
        if (scopes == null) {
            return null;
        }
        session.createMutationQuery(
                        "update LoginSession set used = :now, expires = :expires where id = :id")
                .setParameter("now", now)
                .setParameter("expires", now.plus(IDLE))
                .setParameter("id", found.id)
                .executeUpdate();
        return new Granted(found.account, found.id, scopes, issue(session, found.id));
    }

    private static @Nullable Granted refused(StatelessSession session, String hash) {
        LoginSession found = byRefreshToken(session, hash);
        if (found != null) {
            delete(session, found.id);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A refresh token of account {0} came twice; its log-in has ended",
                    found.account.id());
        }
        return null;
    }

    private static @Nullable LoginSession byRefreshToken(StatelessSession session, String hash) {
        return session.createSelectionQuery(
                        "select s from LoginSession s join fetch s.account join RefreshToken t"
                                + " on t.session = s.id where t.hash = :hash",
                        LoginSession.class)
                .setParameter("hash", hash)
                .getSingleResultOrNull();
    }

    /** The log-in that a refresh token is good for; null where it is not good. */
    @Nullable LoginSession byRefreshToken(String token) {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createSelectionQuery(
                                        "select s from LoginSession s join fetch s.account"
                                                + " join RefreshToken t on t.session = s.id"
                                                + " where t.hash = :hash and t.spent is null"
                                                + " and s.expires > :now",
                                        LoginSession.class)
                                .setParameter("hash", Secret.hash(token))
                                .setParameter("now", clock.instant())
                                .getSingleResultOrNull());
    }

    /** The account that a log-in belongs to; null where it has ended. */
    @Nullable Account account(UUID id) {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createSelectionQuery(
                                        "select s.account from LoginSession s"
                                                + " where s.id = :id and s.expires > :now",
                                        Account.class)
                                .setParameter("id", id)
                                .setParameter("now", clock.instant())
                                .getSingleResultOrNull());
    }

    /** The log-ins of an account, the one that was used last first. */
    List<LoginSession> of(UUID account) {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createSelectionQuery(
                                        "from LoginSession where account.id = :account"
                                                + " and expires > :now order by used desc, id",
                                        LoginSession.class)
                                .setParameter("account", account)
                                .setParameter("now", clock.instant())
                                .getResultList());
    }

    /** Ends a log-in; false where the account has no such. */
    boolean end(UUID account, UUID id) {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createMutationQuery(
                                                "delete LoginSession where id = :id and account.id"
                                                        + " = :account")
                                        .setParameter("id", id)
                                        .setParameter("account", account)
                                        .executeUpdate()
                                == 1);
    }

    /** Ends the log-ins of an account, except for one. */
    public void endAll(UUID account, @Nullable UUID except) {
        for (LoginSession each : of(account)) {
            if (!each.id.equals(except)) {
                end(account, each.id);
            }
        }
    }

    private static void delete(StatelessSession session, UUID id) {
        session.createMutationQuery("delete LoginSession where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }
}
