package nomic.server.store;

import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.Occurrence;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                                        + " and status = :open")
                        .setParameter("newHead", entry.lastSeq())
                        .setParameter("newPosition", entry.position())
                        .setParameter("link", entry.link())
                        .setParameter("game", entry.game().value())
                        .setParameter("epoch", tenure.epoch())
                        .setParameter("head", tenure.head())
                        .setParameter("position", tenure.position())
                        .setParameter("open", StoredGame.OPEN)
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
        if (!row.status.equals(StoredGame.OPEN)) {
            return new Appended.Closed();
        }
        Envelope envelope = entry.envelope();
        Entry earlier = find(entry.game(), envelope.player(), envelope.id());
        return earlier == null
                ? new Appended.Fenced(row.epoch)
                : new Appended.AlreadyDecided(earlier);
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
                session -> {
                    StoredCommand found =
                            session.createSelectionQuery(
                                            "from StoredCommand where key.game = :game"
                                                    + " and player = :player"
                                                    + " and command = :command",
                                            StoredCommand.class)
                                    .setParameter("game", game.value())
                                    .setParameter("player", player)
                                    .setParameter("command", command)
                                    .getSingleResultOrNull();
                    return found == null ? null : withEvents(session, List.of(found)).getFirst();
                });
    }

    @Override
    public List<Entry> entries(GameId game, long afterPosition, int limit) {
        return sessions.fromStatelessTransaction(
                session ->
                        withEvents(
                                session,
                                session.createSelectionQuery(
                                                "from StoredCommand where key.game = :game"
                                                        + " and key.position > :after"
                                                        + " order by key.position",
                                                StoredCommand.class)
                                        .setParameter("game", game.value())
                                        .setParameter("after", afterPosition)
                                        .setMaxResults(limit)
                                        .getResultList()));
    }

    private static List<Entry> withEvents(StatelessSession session, List<StoredCommand> commands) {
        if (commands.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Occurrence>> events = new HashMap<>();
        session.createSelectionQuery(
                        "from StoredEvent where key.game = :game"
                                + " and key.seq between :first and :last order by key.seq",
                        StoredEvent.class)
                .setParameter("game", commands.getFirst().key.game())
                .setParameter("first", commands.getFirst().firstSeq)
                .setParameter("last", commands.getLast().lastSeq)
                .getResultList()
                .forEach(
                        event ->
                                events.computeIfAbsent(event.position, _ -> new ArrayList<>())
                                        .add(event.occurrence()));
        return commands.stream()
                .map(
                        command ->
                                command.entry(
                                        events.getOrDefault(command.key.position(), List.of())))
                .toList();
    }

    @Override
    public List<Recorded> read(GameId game, long afterSeq, int limit) {
        return sessions.fromStatelessTransaction(
                session -> {
                    List<StoredEvent> events =
                            session.createSelectionQuery(
                                            "from StoredEvent where key.game = :game"
                                                    + " and key.seq > :after order by key.seq",
                                            StoredEvent.class)
                                    .setParameter("game", game.value())
                                    .setParameter("after", afterSeq)
                                    .setMaxResults(limit)
                                    .getResultList();
                    return recorded(session, events);
                });
    }

    private static List<Recorded> recorded(StatelessSession session, List<StoredEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        Map<Long, Envelope> envelopes = new HashMap<>();
        session.createSelectionQuery(
                        "from StoredCommand where key.game = :game"
                                + " and key.position between :from and :to",
                        StoredCommand.class)
                .setParameter("game", events.getFirst().key.game())
                .setParameter("from", events.getFirst().position)
                .setParameter("to", events.getLast().position)
                .getResultList()
                .forEach(command -> envelopes.put(command.key.position(), command.readEnvelope()));
        return events.stream().map(event -> event.recorded(envelopes)).toList();
    }

    @Override
    public List<GameId> games() {
        return sessions.fromStatelessTransaction(
                session ->
                        session
                                .createSelectionQuery(
                                        "select game from StoredGame where head > 0"
                                                + " order by number",
                                        String.class)
                                .getResultList()
                                .stream()
                                .map(GameId::new)
                                .toList());
    }
}
