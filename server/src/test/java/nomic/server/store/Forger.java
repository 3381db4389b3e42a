package nomic.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.log.Chain;
import nomic.log.Entry;
import nomic.log.GameId;

import org.hibernate.StatelessSession;

import java.time.InstantSource;
import java.util.function.Consumer;

/** Alters rows of a game and then hashes the whole chain anew, as one who owns the database can. */
final class Forger {
    private final Database database;
    private final GameId game;

    Forger(Database database, GameId game) {
        this.database = database;
        this.game = game;
    }

    /** Alters the envelope of an entry; what it returns undoes that. */
    Runnable alterEnvelope(long position, String from, String to) {
        return alter(
                from,
                to,
                "select envelope from game_command where game_id = :game and position = :at",
                "update game_command set envelope = :text where game_id = :game and position = :at",
                position);
    }

    /** Alters the first event of a type in an entry; what it returns undoes that. */
    Runnable alterEvent(long position, String type, String from, String to) {
        long seq =
                database.sessions()
                        .fromStatelessTransaction(
                                session ->
                                        session.createSelectionQuery(
                                                        "select min(key.seq) from StoredEvent"
                                                                + " where key.game = :game"
                                                                + " and position = :position"
                                                                + " and type = :type",
                                                        Long.class)
                                                .setParameter("game", game.value())
                                                .setParameter("position", position)
                                                .setParameter("type", type)
                                                .getSingleResult());
        return alter(
                from,
                to,
                "select payload from game_event where game_id = :game and seq = :at",
                "update game_event set payload = :text where game_id = :game and seq = :at",
                seq);
    }

    private Runnable alter(String from, String to, String select, String update, long at) {
        String text =
                database.sessions()
                        .fromStatelessTransaction(
                                session ->
                                        session.createNativeQuery(select, String.class)
                                                .setParameter("game", game.value())
                                                .setParameter("at", at)
                                                .getSingleResult());
        assertThat(text).contains(from);
        set(update, at, replaceFirst(text, from, to));
        return () -> set(update, at, text);
    }

    private static String replaceFirst(String text, String from, String to) {
        int start = text.indexOf(from);
        return text.substring(0, start) + to + text.substring(start + from.length());
    }

    private void set(String update, long at, String text) {
        run(
                session ->
                        session.createNativeMutationQuery(update)
                                .setParameter("text", text)
                                .setParameter("game", game.value())
                                .setParameter("at", at)
                                .executeUpdate());
        hashAnew();
    }

    private void hashAnew() {
        String previous = Chain.start(game);
        var log = new StoredGameLog(database.sessions(), InstantSource.system());
        for (Entry entry : log.entries(game, 0, 1_000)) {
            String link = Chain.link(following(entry, previous));
            relink(entry.position(), previous, link);
            previous = link;
        }
        String last = previous;
        run(
                session ->
                        session.createMutationQuery(
                                        "update StoredGame set link = :link where game = :game")
                                .setParameter("link", last)
                                .setParameter("game", game.value())
                                .executeUpdate());
    }

    private void relink(long position, String previous, String link) {
        run(
                session ->
                        session.createNativeMutationQuery(
                                        "update game_command set previous = :previous,"
                                                + " link = :link where game_id = :game"
                                                + " and position = :position")
                                .setParameter("previous", previous)
                                .setParameter("link", link)
                                .setParameter("game", game.value())
                                .setParameter("position", position)
                                .executeUpdate());
    }

    private static Entry following(Entry entry, String previous) {
        return new Entry(
                entry.game(),
                entry.epoch(),
                entry.position(),
                entry.envelope(),
                entry.outcome(),
                entry.events(),
                entry.firstSeq(),
                entry.lastSeq(),
                entry.rulebookHash(),
                entry.stateHash(),
                previous,
                entry.link(),
                entry.use());
    }

    private void run(Consumer<StatelessSession> work) {
        database.sessions().inStatelessTransaction(work);
    }
}
