package nomic.server.notice;

import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Recorded;
import nomic.log.Trace;

import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Reads the logs of all games and puts what they tell into the boxes of those whom it concerns. How
 * far it has read is written in the same transaction, on condition that nobody else has read on: so
 * nothing is told twice or not at all, wherever a process stops, and several may follow.
 */
public final class Follower implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Follower.class.getName());
    private static final int PAGE = 200;
    private static final int LOOK_SECONDS = 15;
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final GameLog log;
    private final Notices notices;
    private final SessionFactory sessions;
    private final List<Taker> takers;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hinted = lock.newCondition();
    private final Set<GameId> waiting = new LinkedHashSet<>();
    private final Recollection games;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    /** Takes part in the transaction in which events are worked off. */
    public interface Taker {
        void take(StatelessSession session, GameId game, List<Recorded> events);
    }

    public Follower(GameLog log, Notices notices, SessionFactory sessions, List<Taker> takers) {
        this.log = log;
        this.games = new Recollection(log);
        this.notices = notices;
        this.sessions = sessions;
        this.takers = List.copyOf(takers);
    }

    public void start() {
        thread = Thread.ofVirtual().name("notices").start(this::follow);
    }

    /** A game may have new events. */
    public void hint(GameId game) {
        lock.lock();
        try {
            waiting.add(game);
            hinted.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets what is under way end, for some seconds. The thread is not interrupted: that would break
     * the database's files.
     */
    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            hinted.signal();
        } finally {
            lock.unlock();
        }
        Thread ending = thread;
        try {
            boolean _ = ending == null || ending.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            while (!closed) {
                look();
                while (!closed && await()) {
                    for (GameId game : taken()) {
                        follow(game);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a hint; false where none has come for some time. */
    private boolean await() throws InterruptedException {
        lock.lock();
        try {
            return !waiting.isEmpty() || hinted.await(LOOK_SECONDS, TimeUnit.SECONDS);
        } finally {
            lock.unlock();
        }
    }

    private List<GameId> taken() {
        lock.lock();
        try {
            List<GameId> some = List.copyOf(waiting);
            waiting.clear();
            return some;
        } finally {
            lock.unlock();
        }
    }

    /** Looks for games that have gone on without a hint. */
    private void look() {
        try {
            Map<String, Long> places = places();
            log.heads()
                    .forEach(
                            (game, head) -> {
                                if (places.getOrDefault(game.value(), 0L) < head && !closed) {
                                    follow(game);
                                }
                            });
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "Notices wait for the database: " + Trace.of(e));
        }
    }

    private Map<String, Long> places() {
        var places = new LinkedHashMap<String, Long>();
        sessions.fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery("from StoredPlace", StoredPlace.class)
                                        .getResultList())
                .forEach(place -> places.put(place.game, place.seq));
        return places;
    }

    private void follow(GameId game) {
        try {
            while (!closed && readOn(game)) {
                // until the end of its log
            }
        } catch (ConstraintViolationException e) {
            hint(game);
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "Notices of game %s wait after %s".formatted(game, Trace.of(e)));
        }
    }

    /** Works off a page of events; false at the end of the log. */
    private boolean readOn(GameId game) {
        long place = place(game);
        Recollection.Reached from = games.at(game, place);
        List<Recorded> page = log.read(game, place, PAGE);
        if (page.isEmpty()) {
            return false;
        }
        var news = new ArrayList<News>();
        Recollection.Reached now = from;
        for (Recorded recorded : page) {
            Recollection.Reached next = now.then(recorded);
            news.addAll(Reporter.news(game, recorded, now.state(), next.state()));
            now = next;
        }
        Set<String> concerned = news.stream().map(News::to).collect(Collectors.toSet());
        notices.open(concerned);
        if (write(game, place, page, news)) {
            games.keep(game, now);
            notices.ring(concerned);
        }
        return true;
    }

    private long place(GameId game) {
        StoredPlace place =
                sessions.fromStatelessTransaction(
                        session -> session.get(StoredPlace.class, game.value()));
        return place == null ? 0 : place.seq;
    }

    /** Puts news into boxes and moves the place; false where another process was faster. */
    private boolean write(GameId game, long place, List<Recorded> page, List<News> news) {
        return sessions.fromStatelessTransaction(
                session -> {
                    if (!move(session, game, place, page.getLast().seq())) {
                        return false;
                    }
                    notices.put(session, news);
                    takers.forEach(taker -> taker.take(session, game, page));
                    return true;
                });
    }

    private static boolean move(StatelessSession session, GameId game, long from, long to) {
        int moved =
                session.createMutationQuery(
                                "update StoredPlace set seq = :to where game = :game"
                                        + " and seq = :from")
                        .setParameter("to", to)
                        .setParameter("from", from)
                        .setParameter("game", game.value())
                        .executeUpdate();
        if (moved == 0 && from == 0) {
            session.insert(new StoredPlace(game, to));
            return true;
        }
        return moved == 1;
    }
}
