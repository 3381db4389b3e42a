package nomic.server.door;

import nomic.game.Canonical;
import nomic.log.GameId;
import nomic.server.notice.News;
import nomic.server.notice.Notices;

import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The doors of all games. Safe for use by many threads. */
public final class Doors {
    private static final int KEY_BYTES = 24;

    private final SessionFactory sessions;
    private final Notices notices;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Doors(SessionFactory sessions, Notices notices, InstantSource clock) {
        this.notices = notices;
        this.sessions = sessions;
        this.clock = clock;
    }

    public Door of(GameId game) {
        StoredDoor row = row(game);
        return row == null ? Door.OPEN : row.door();
    }

    /** The doors that are not {@link Door#OPEN}, at least. */
    public Map<GameId, Door> all() {
        var doors = new HashMap<GameId, Door>();
        sessions.fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery("from StoredDoor", StoredDoor.class)
                                        .getResultList())
                .forEach(row -> doors.put(new GameId(row.game), row.door()));
        return doors;
    }

    /** Sets what a door is; its link stays. */
    public void set(GameId game, Visibility visibility, boolean approval) {
        sessions.inStatelessTransaction(
                session -> {
                    StoredDoor before = session.get(StoredDoor.class, game.value());
                    var row = new StoredDoor(game.value(), visibility, approval);
                    row.linkHash = before == null ? null : before.linkHash;
                    session.upsert(row);
                });
    }

    /** Makes a key by which whoever has it is invited; keys from before no longer fit. */
    public String newLink(GameId game) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.inStatelessTransaction(
                session -> {
                    StoredDoor row = session.get(StoredDoor.class, game.value());
                    StoredDoor next =
                            row == null
                                    ? new StoredDoor(game.value(), Visibility.PUBLIC, false)
                                    : row;
                    next.linkHash = hash(key);
                    session.upsert(next);
                });
        return key;
    }

    /** Whether a key is that of the link. */
    public boolean fits(GameId game, String key) {
        StoredDoor row = row(game);
        return row != null
                && row.linkHash != null
                && MessageDigest.isEqual(bytes(row.linkHash), bytes(hash(key)));
    }

    private static String hash(String key) {
        return Canonical.sha256(bytes(key));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable StoredDoor row(GameId game) {
        return sessions.fromStatelessTransaction(
                session -> session.get(StoredDoor.class, game.value()));
    }

    /** What somebody is at the door of a game; null for nothing. */
    public Guest.@Nullable Standing standing(GameId game, String player) {
        StoredGuest row =
                sessions.fromStatelessTransaction(
                        session -> session.get(StoredGuest.class, StoredGuest.id(game, player)));
        return row == null ? null : row.standing;
    }

    /** Those at the door of a game, the first first. */
    public List<Guest> guests(GameId game) {
        return guests("from StoredGuest where game = :value order by at, id", game.value());
    }

    /** The doors at which somebody is. */
    public List<Guest> guest(String player) {
        return guests("from StoredGuest where player = :value order by at, id", player);
    }

    private List<Guest> guests(String query, String value) {
        return sessions
                .fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery(query, StoredGuest.class)
                                        .setParameter("value", value)
                                        .getResultList())
                .stream()
                .map(StoredGuest::guest)
                .toList();
    }

    /** Somebody is no guest of any game any more. */
    public void forget(String player) {
        sessions.inStatelessTransaction(
                session ->
                        session.createMutationQuery("delete from StoredGuest where player = :name")
                                .setParameter("name", player)
                                .executeUpdate());
    }

    /** Somebody has taken an invitation for himself; an earlier standing is replaced. */
    public void accept(GameId game, String player) {
        var row = new StoredGuest(game, player, Guest.Standing.INVITED, clock.instant());
        sessions.inStatelessTransaction(session -> session.upsert(row));
    }

    /** Invites somebody, who is told of it; an earlier standing is replaced. */
    public Guest invite(GameId game, String player) {
        var row = new StoredGuest(game, player, Guest.Standing.INVITED, clock.instant());
        put(row, News.invited(game, player, row.at));
        return row.guest();
    }

    /** Somebody asks the master, who is told of it, to be let in. */
    public void ask(GameId game, String player, String master) {
        var row = new StoredGuest(game, player, Guest.Standing.ASKING, clock.instant());
        put(row, News.letIn(game, master, player, row.at));
    }

    private void put(StoredGuest row, News news) {
        notices.open(List.of(news.to()));
        sessions.inStatelessTransaction(
                session -> {
                    session.upsert(row);
                    notices.put(session, List.of(news));
                });
        notices.ring(List.of(news.to()));
    }

    /** False where nobody of this name was a guest. */
    public boolean remove(GameId game, String player) {
        return sessions.fromStatelessTransaction(
                        session ->
                                session.createMutationQuery(
                                                "delete from StoredGuest where id = :id")
                                        .setParameter("id", StoredGuest.id(game, player))
                                        .executeUpdate())
                > 0;
    }
}
