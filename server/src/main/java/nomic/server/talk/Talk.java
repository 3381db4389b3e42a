package nomic.server.talk;

import nomic.log.GameId;
import nomic.server.notice.News;
import nomic.server.notice.Notices;

import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The messages of all games. Safe for use by many threads. */
public final class Talk {
    private final SessionFactory sessions;
    private final Rooms rooms;
    private final Notices notices;
    private final InstantSource clock;

    public Talk(SessionFactory sessions, Rooms rooms, Notices notices, InstantSource clock) {
        this.rooms = rooms;
        this.notices = notices;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What became of something that somebody wanted to say. */
    sealed interface Posted {
        /** It was said, now or when it was first sent. */
        record Said(Message message) implements Posted {}

        /** The id was used for something else. */
        record IdReused() implements Posted {}
    }

    /** What was said or changed after a count, in the order of the changes. */
    public List<Message> changedAfter(GameId game, long count, int limit) {
        return page(game, Page.changedAfter(count, limit));
    }

    List<Message> page(GameId game, Page page) {
        return sessions.fromStatelessTransaction(session -> rows(session, game, page)).stream()
                .map(StoredMessage::message)
                .toList();
    }

    private static List<StoredMessage> rows(StatelessSession session, GameId game, Page page) {
        var query =
                session.createSelectionQuery(
                                "from StoredMessage where key.game = :game and " + page.where(),
                                StoredMessage.class)
                        .setParameter("game", game.value())
                        .setParameter("since", page.since())
                        .setParameter("before", page.before())
                        .setMaxResults(page.limit());
        return page.proposal() == null
                ? query.getResultList()
                : query.setParameter("proposal", page.proposal()).getResultList();
    }

    /** A message; null where there is none of this number. */
    @Nullable Message find(GameId game, long number) {
        StoredMessage row =
                sessions.fromStatelessTransaction(session -> row(session, game, number));
        return row == null ? null : row.message();
    }

    private static @Nullable StoredMessage row(StatelessSession session, GameId game, long number) {
        return session.get(StoredMessage.class, new StoredMessage.Key(game.value(), number));
    }

    /**
     * Says something; what is sent again under its id is said once.
     *
     * @param mentioned those who are told of it
     */
    Posted post(GameId game, String command, Draft draft, Collection<String> mentioned) {
        notices.open(mentioned);
        Posted posted =
                rooms.in(game, (session, room) -> post(session, room, command, draft, mentioned));
        notices.ring(mentioned);
        return posted;
    }

    private Posted post(
            StatelessSession session,
            StoredRoom room,
            String command,
            Draft draft,
            Collection<String> mentioned) {
        StoredMessage before =
                session.createSelectionQuery(
                                "from StoredMessage where key.game = :game and author = :author"
                                        + " and command = :command",
                                StoredMessage.class)
                        .setParameter("game", room.game)
                        .setParameter("author", draft.author())
                        .setParameter("command", command)
                        .getSingleResultOrNull();
        if (before != null) {
            return before.says(draft) ? new Posted.Said(before.message()) : new Posted.IdReused();
        }
        room.last++;
        var key = new StoredMessage.Key(room.game, room.last);
        var row = new StoredMessage(key, Moderation.now(clock), command, draft);
        session.insert(row);
        notices.put(session, mentioned.stream().map(name -> mention(name, row)).toList());
        return new Posted.Said(row.message());
    }

    private static News mention(String name, StoredMessage row) {
        return News.mentioned(
                new GameId(row.key.game()),
                name,
                row.key.number(),
                row.proposal,
                row.author,
                row.at);
    }

    /** Removes the text of a message for good. */
    void delete(GameId game, long number) {
        change(game, number, Talk::erase);
    }

    private static void erase(StoredMessage row) {
        row.deleted = true;
        row.text = "";
    }

    /** Keeps a message from being read; null where there is none, or its author has deleted it. */
    @Nullable Message hide(GameId game, long number, Message.Remover by, String reason) {
        return change(
                game,
                number,
                row -> {
                    row.hiddenBy = by;
                    row.reason = reason;
                });
    }

    /** Lets a message be read again; null where there is none, or its author has deleted it. */
    @Nullable Message show(GameId game, long number) {
        return change(
                game,
                number,
                row -> {
                    row.hiddenBy = null;
                    row.reason = null;
                });
    }

    private @Nullable Message change(GameId game, long number, Consumer<StoredMessage> change) {
        return rooms.in(
                game,
                (session, room) -> {
                    StoredMessage row = row(session, game, number);
                    return row == null || row.deleted ? null : changed(session, room, row, change);
                });
    }

    private static Message changed(
            StatelessSession session,
            StoredRoom room,
            StoredMessage row,
            Consumer<StoredMessage> change) {
        change.accept(row);
        room.last++;
        row.changed = room.last;
        session.update(row);
        return row.message();
    }

    /** What somebody has said in all games, but for what was deleted. */
    public List<Written> of(String author) {
        return rowsOf(author).stream()
                .map(row -> new Written(row.key.game(), row.key.number(), row.at, row.text))
                .toList();
    }

    /** A message as its author has written it, whether it is hidden or not. */
    public record Written(String game, long number, Instant at, String text) {}

    private List<StoredMessage> rowsOf(String author) {
        return sessions.fromStatelessTransaction(session -> rowsOf(session, author));
    }

    private static List<StoredMessage> rowsOf(StatelessSession session, String author) {
        return session.createSelectionQuery(
                        "from StoredMessage where author = :author and not deleted"
                                + " order by key.game, key.number",
                        StoredMessage.class)
                .setParameter("author", author)
                .getResultList();
    }

    /** Whether somebody has said something in a game. */
    boolean hasSpoken(GameId game, String author) {
        return sessions.fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery(
                                                "select count(*) from StoredMessage"
                                                        + " where key.game = :game"
                                                        + " and author = :author",
                                                Long.class)
                                        .setParameter("game", game.value())
                                        .setParameter("author", author)
                                        .getSingleResult())
                > 0;
    }

    /** Removes the texts of all that somebody has said, for good. */
    public void forget(String author) {
        rowsOf(author).stream()
                .map(row -> new GameId(row.key.game()))
                .distinct()
                .forEach(game -> forget(game, author));
    }

    private void forget(GameId game, String author) {
        rooms.in(
                game,
                (session, room) -> {
                    List<StoredMessage> rows = rowsOf(session, author);
                    rows.stream()
                            .filter(row -> row.key.game().equals(game.value()))
                            .forEach(row -> changed(session, room, row, Talk::erase));
                    return rows.size();
                });
    }
}
