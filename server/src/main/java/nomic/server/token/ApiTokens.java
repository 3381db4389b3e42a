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

/** The personal tokens of all accounts. Safe for use by many threads. */
public final class ApiTokens {
    static final int MOST = 50;
    static final String PREFIX = "nomic_pat_";

    /** How exactly the last use is kept, so that not every request writes. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final SessionFactory sessions;
    private final InstantSource clock;

    public ApiTokens(SessionFactory sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A token that was made; its text is known now and never again. */
    record Made(ApiToken token, String text) {}

    /** Makes a token; null where the account has too many. Expired ones are forgotten. */
    @Nullable Made make(Account account, String name, Set<Scope> scopes, Duration lifetime) {
        Instant now = clock.instant();
        String text = Secret.draw(PREFIX);
        var token =
                new ApiToken(
                        UUID.randomUUID(),
                        account,
                        name,
                        Secret.hash(text),
                        Scope.text(scopes),
                        now,
                        now.plus(lifetime));
        return sessions.fromStatelessTransaction(
                session -> {
                    if (living(session, account.id(), now) >= MOST) {
                        return null;
                    }
                    session.insert(token);
                    return new Made(token, text);
                });
    }

    private static long living(StatelessSession session, UUID account, Instant now) {
        session.createMutationQuery(
                        "delete ApiToken where account.id = :account and expires <= :now")
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
        return session.createSelectionQuery(
                        "select count(*) from ApiToken where account.id = :account", Long.class)
                .setParameter("account", account)
                .getSingleResult();
    }

    /** A token with its account by its text; null where it is none or has expired. */
    @Nullable ApiToken byText(String text) {
        return find("hash", Secret.hash(text));
    }

    /** The account that a token belongs to; null where it has ended. */
    @Nullable Account account(UUID id) {
        ApiToken token = find("id", id);
        return token == null ? null : token.account;
    }

    private @Nullable ApiToken find(String member, Object value) {
        Instant now = clock.instant();
        return sessions.fromStatelessTransaction(
                session -> {
                    ApiToken token =
                            session.createSelectionQuery(
                                            "from ApiToken t join fetch t.account where t."
                                                    + member
                                                    + " = :value and t.expires > :now",
                                            ApiToken.class)
                                    .setParameter("value", value)
                                    .setParameter("now", now)
                                    .getSingleResultOrNull();
                    if (token != null) {
                        note(session, token, now);
                    }
                    return token;
                });
    }

    private static void note(StatelessSession session, ApiToken token, Instant now) {
        if (token.used == null || token.used.plus(GRAIN).isBefore(now)) {
            session.createMutationQuery("update ApiToken set used = :now where id = :id")
                    .setParameter("now", now)
                    .setParameter("id", token.id)
                    .executeUpdate();
        }
    }

    /** The tokens of an account, the newest first. */
    List<ApiToken> of(UUID account) {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createSelectionQuery(
                                        "from ApiToken where account.id = :account"
                                                + " and expires > :now order by created desc, id",
                                        ApiToken.class)
                                .setParameter("account", account)
                                .setParameter("now", clock.instant())
                                .getResultList());
    }

    /** Ends a token; false where the account has no such. */
    boolean end(UUID account, UUID id) {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createMutationQuery(
                                                "delete ApiToken where id = :id and account.id ="
                                                        + " :account")
                                        .setParameter("id", id)
                                        .setParameter("account", account)
                                        .executeUpdate()
                                == 1);
    }

    /** Ends all tokens of an account. */
    public void endAll(UUID account) {
        sessions.inStatelessTransaction(
                session ->
                        session.createMutationQuery("delete ApiToken where account.id = :account")
                                .setParameter("account", account)
                                .executeUpdate());
    }
}
