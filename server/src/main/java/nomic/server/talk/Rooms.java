package nomic.server.talk;

import static java.util.Objects.requireNonNull;

import nomic.log.Feed;
import nomic.log.GameId;
import nomic.log.LocalFeed;

import org.hibernate.LockMode;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import java.util.function.BiFunction;

/** The talk of each game as a whole. Safe for use by many threads. */
public final class Rooms {
    private final SessionFactory sessions;
    private final LocalFeed feed = new LocalFeed();

    public Rooms(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Hints that something was said or changed in a game; with the count of changes. */
    public Feed feed() {
        return feed;
    }

    /** How much was said and changed in a game. */
    public long last(GameId game) {
        StoredRoom room = room(game);
        return room == null ? 0 : room.last;
    }

    /** Whether others than players and master may write. */
    boolean spectatorsWrite(GameId game) {
        StoredRoom room = room(game);
        return room != null && room.spectators;
    }

    void letSpectatorsWrite(GameId game, boolean spectators) {
        boolean _ = in(game, (_, room) -> room.spectators = spectators);
    }

    private @Nullable StoredRoom room(GameId game) {
        return sessions.fromStatelessTransaction(
                session -> session.get(StoredRoom.class, game.value()));
    }

    /** Works on a game's talk while nobody else does, and tells those who listen. */
    <T extends @Nullable Object> T in(
            GameId game, BiFunction<StatelessSession, StoredRoom, T> work) {
        open(game);
        long[] last = new long[1];
        T result =
                sessions.fromStatelessTransaction(
                        session -> {
                            StoredRoom room = locked(session, game);
                            T done = work.apply(session, room);
                            session.update(room);
                            last[0] = room.last;
                            return done;
                        });
        feed.announce(game, last[0]);
        return result;
    }

    private static StoredRoom locked(StatelessSession session, GameId game) {
        return requireNonNull(
                session.get(StoredRoom.class, game.value(), LockMode.PESSIMISTIC_WRITE),
                "Rooms are not deleted");
    }

    /** Makes the row of a game's talk, unless somebody else does. */
    private void open(GameId game) {
        if (room(game) == null) {
            try {
                sessions.inStatelessTransaction(session -> session.insert(new StoredRoom(game)));
            } catch (ConstraintViolationException e) {
                // made by somebody else in the meantime
            }
        }
    }
}
