package nomic.server.store;

import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.log.Appended;
import nomic.log.Chain;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Recorded;
import nomic.log.Tenure;

import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.hibernate.exception.TransactionSerializationException;
import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The log in a database. Taking over and appending both write the row of the game, so that all
 * writers of a game are ordered by that row's lock.
 */
public final class StoredGameLog implements GameLog {
    private final SessionFactory sessions;
    private final InstantSource clock;

    /**
     * @param clock for the time of recording, which is information only
     */
    public StoredGameLog(SessionFactory sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Tenure takeOver(GameId game, String node) {
        Tenure tenure = sessions.fromStatelessTransaction(session -> enter(session, game, node));
        if (tenure != null) {
            return tenure;
        }
        try {
            sessions.inStatelessTransaction(
                    session ->
                            session.insert(new StoredGame(game.value(), node, Chain.start(game))));
            return new Tenure(1, 0, 0, Chain.start(game));
        } catch (ConstraintViolationException e) {
            return takeOver(game, node);
        }
    }

    private static @Nullable Tenure enter(StatelessSession session, GameId game, String node) {
        int rows =
                session.createMutationQuery(
                                "update StoredGame set epoch = epoch + 1, owner = :node"
                                        + " where game = :game")
                        .setParameter("node", node)
                        .setParameter("game", game.value())
                        .executeUpdate();
        if (rows == 0) {
            return null;
        }
        return session.get(StoredGame.class, game.value()).tenure();
    }

    @Override
    public Appended append(GameId game, Tenure tenure, Decided decided) {
        Entry entry = Chain.entry(game, tenure, decided);
        try {
            return sessions.fromStatelessTransaction(session -> write(session, tenure, entry))
                    ? new Appended.Committed(entry.tenure(), entry)
                    : refused(tenure, entry);
        } catch (ConstraintViolationException
                | LockAcquisitionException
                | TransactionSerializationException e) {
            Appended refused = refused(tenure, entry);
            if (refused instanceof Appended.Fenced fenced && fenced.epoch() == tenure.epoch()) {
                throw e;
            }
            return refused;
        }
    }

    /** Writes an entry if the tenure holds; a command that is there already breaks a unique key. */
    private boolean write(StatelessSession session, Tenure tenure, Entry entry) {
        int rows =
                session.createMutationQuery(
                                "update StoredGame set head = :newHead, position = :newPosition,"
                                        + " link = :link where game = :game and epoch = :epoch"
                                        + " and head = :head and position = :position"
                                        + " and quarantine is null")
                        .setParameter("newHead", entry.lastSeq())
                        .setParameter("newPosition", entry.position())
                        .setParameter("link", entry.link())
                        .setParameter("game", entry.game().value())
                        .setParameter("epoch", tenure.epoch())
                        .setParameter("head", tenure.head())
                        .setParameter("position", tenure.position())
                        .executeUpdate();
        if (rows == 0) {
            return false;
        }
        session.insert(new StoredCommand(entry, clock.instant()));
        session.insertMultiple(StoredEvent.of(entry, clock.instant()));
        return true;
    }

    /** Says why nothing was written. */
    private Appended refused(Tenure tenure, Entry entry) {
        StoredGame row = row(entry.game());
        if (row == null || row.epoch != tenure.epoch()) {
            return new Appended.Fenced(row == null ? 0 : row.epoch);
        }
        if (row.quarantine != null) {
            return new Appended.Quarantined(row.quarantine);
        }
        Envelope envelope = entry.envelope();
        Entry earlier = find(entry.game(), envelope.player(), envelope.id());
        return earlier == null
                ? new Appended.Fenced(row.epoch)
                : new Appended.AlreadyDecided(earlier);
    }

    @Override
    public void quarantine(GameId game, String why) {
        boolean _ = quarantine(game, why.substring(0, Math.min(why.length(), 500)), "is null");
    }

    @Override
    public boolean release(GameId game) {
        return quarantine(game, null, "is not null");
    }

    private boolean quarantine(GameId game, @Nullable String why, String where) {
        return sessions.fromStatelessTransaction(
                        session ->
                                session.createMutationQuery(
                                                "update StoredGame set quarantine = :why"
                                                        + " where game = :game and quarantine "
                                                        + where)
                                        .setParameter("why", why, String.class)
                                        .setParameter("game", game.value())
                                        .executeUpdate())
                > 0;
    }

    @Override
    public @Nullable String quarantined(GameId game) {
        StoredGame row = row(game);
        return row == null ? null : row.quarantine;
    }

    /** How many games are in quarantine. */
    public long inQuarantine() {
        return sessions.fromStatelessTransaction(
                session ->
                        session.createSelectionQuery(
                                        "select count(*) from StoredGame where quarantine is not"
                                                + " null",
                                        Long.class)
                                .getSingleResult());
    }

    @Override
    public @Nullable Tenure head(GameId game) {
        StoredGame row = row(game);
        return row == null ? null : row.tenure();
    }

    private @Nullable StoredGame row(GameId game) {
        return sessions.fromStatelessTransaction(
                session -> session.get(StoredGame.class, game.value()));
    }

    @Override
    public @Nullable Entry find(GameId game, String player, String command) {
        return sessions.fromStatelessTransaction(
                session -> new StoredEntries(session, game).find(player, command));
    }

    @Override
    public List<Entry> entries(GameId game, long afterPosition, int limit) {
        return sessions.fromStatelessTransaction(
                session -> new StoredEntries(session, game).after(afterPosition, limit));
    }

    @Override
    public List<Recorded> read(GameId game, long afterSeq, int limit) {
        return sessions.fromStatelessTransaction(
                session -> new StoredEntries(session, game).eventsAfter(afterSeq, limit));
    }

    @Override
    public SequencedMap<GameId, Long> heads() {
        String query = "select game, head from StoredGame where head > 0 order by number";
        var heads = new LinkedHashMap<GameId, Long>();
        sessions.fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery(query, Object[].class).getResultList())
                .forEach(row -> heads.put(new GameId((String) row[0]), (Long) row[1]));
        return heads;
    }
}
