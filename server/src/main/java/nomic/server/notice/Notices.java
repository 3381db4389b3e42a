package nomic.server.notice;

import nomic.log.Feed;
import nomic.server.account.Accounts;

import org.hibernate.LockMode;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What all accounts have been told. Safe for use by many threads. */
public final class Notices {
    /** How many an account keeps, at least. */
    private static final int KEPT = 1000;

    private static final int SWEEP = 100;

    private final SessionFactory sessions;
    private final Accounts accounts;
    private final Onward onward;
    private final Bell bell = new Bell();

    public Notices(SessionFactory sessions, Accounts accounts, Onward onward) {
        this.onward = onward;
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /** Takes part in the transaction in which a notice is put into a box. */
    public interface Onward {
        void take(StatelessSession session, String account, Notice notice);
    }

    /**
     * How far an account has read.
     *
     * @param last the number of the last notice
     * @param read the number of the last one that was read
     */
    public record Standing(long last, long read) {}

    /** Makes boxes for some accounts; before the transaction in which news are put there. */
    public void open(Collection<String> accounts) {
        accounts.forEach(this::open);
    }

    /** Only people with an account have a box. */
    private void open(String account) {
        if (box(account) == null && accounts.byName(account) != null) {
            try {
                sessions.inStatelessTransaction(session -> session.insert(new StoredBox(account)));
            } catch (ConstraintViolationException e) {
                // made by somebody else in the meantime
            }
        }
    }

    /**
     * Puts news into the boxes of those whom they concern, each once. Boxes are locked in the order
     * of their names, so that two who do this do not wait for each other.
     */
    public void put(StatelessSession session, Collection<News> news) {
        SortedMap<String, List<News>> byAccount = new TreeMap<>();
        for (News each : news) {
            byAccount.computeIfAbsent(each.to(), _ -> new ArrayList<>()).add(each);
        }
        byAccount.forEach((account, some) -> put(session, account, some));
    }

    private void put(StatelessSession session, String account, List<News> news) {
        StoredBox box = session.get(StoredBox.class, account, LockMode.PESSIMISTIC_WRITE);
        if (box == null) {
            return;
        }
        for (News each : news) {
            if (!isThere(session, each)) {
                box.last++;
                var key = new StoredNotice.Key(account, box.last);
                session.insert(new StoredNotice(key, each));
                onward.take(session, account, each.notice().numbered(box.last));
                if (box.last % SWEEP == 0) {
                    sweep(session, box);
                }
            }
        }
        session.update(box);
    }

    private static boolean isThere(StatelessSession session, News news) {
        return session.createSelectionQuery(
                                "select count(*) from StoredNotice where key.account = :account"
                                        + " and game = :game and origin = :origin"
                                        + " and kind = :kind",
                                Long.class)
                        .setParameter("account", news.to())
                        .setParameter("game", news.notice().game())
                        .setParameter("origin", news.origin())
                        .setParameter("kind", news.notice().kind())
                        .getSingleResult()
                > 0;
    }

    private static void sweep(StatelessSession session, StoredBox box) {
        session.createMutationQuery(
                        "delete StoredNotice where key.account = :account"
                                + " and key.number <= :old")
                .setParameter("account", box.account)
                .setParameter("old", box.last - KEPT)
                .executeUpdate();
    }

    /** Tells those who listen for some accounts that there are news; after the transaction. */
    public void ring(Collection<String> accounts) {
        accounts.forEach(bell::ring);
    }

    /** Listens, until closed, for hints that an account was told something. */
    public Feed.Subscription listen(String account, Runnable listener) {
        return bell.listen(account, listener);
    }

    /** What an account was told after a number, in order. */
    public List<Notice> after(String account, long number, int limit) {
        return sessions
                .fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery(
                                                "from StoredNotice where key.account = :account"
                                                        + " and key.number > :after"
                                                        + " order by key.number",
                                                StoredNotice.class)
                                        .setParameter("account", account)
                                        .setParameter("after", number)
                                        .setMaxResults(limit)
                                        .getResultList())
                .stream()
                .map(StoredNotice::notice)
                .toList();
    }

    public Standing standing(String account) {
        StoredBox box = box(account);
        return box == null ? new Standing(0, 0) : new Standing(box.last, box.read);
    }

    private @Nullable StoredBox box(String account) {
        return sessions.fromStatelessTransaction(session -> session.get(StoredBox.class, account));
    }

    /** Notes that an account has read up to a number; what was read stays read. */
    void read(String account, long to) {
        sessions.inStatelessTransaction(
                session ->
                        session.createMutationQuery(
                                        "update StoredBox set read = least(:to, last)"
                                                + " where account = :account and read < :to")
                                .setParameter("to", to)
                                .setParameter("account", account)
                                .executeUpdate());
        bell.ring(account);
    }

    /** Forgets what an account was told, with its box. */
    public void forget(String account) {
        sessions.inStatelessTransaction(
                session -> {
                    for (String each :
                            List.of(
                                    "delete StoredNotice where key.account = :account",
                                    "delete StoredBox where account = :account")) {
                        session.createMutationQuery(each)
                                .setParameter("account", account)
                                .executeUpdate();
                    }
                });
    }
}
