package nomic.server.talk;

import nomic.log.GameId;

import org.hibernate.SessionFactory;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Who may not write, and what is complained of. Safe for use by many threads. */
public final class Moderation {
    private final SessionFactory sessions;
    private final InstantSource clock;

    public Moderation(SessionFactory sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The time as exactly as it is kept and shown. */
    static Instant now(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Keeps somebody from writing in a game; what was decided before is replaced. */
    Mute mute(GameId game, String player, String reason, @Nullable Duration time) {
        Instant now = now(clock);
        var mute = new Mute(player, reason, now, time == null ? null : now.plus(time));
        sessions.inStatelessTransaction(session -> session.upsert(new StoredMute(game, mute)));
        return mute;
    }

    void unmute(GameId game, String player) {
        sessions.inStatelessTransaction(
                session ->
                        session.createMutationQuery("delete StoredMute where id = :id")
                                .setParameter("id", StoredMute.id(game, player))
                                .executeUpdate());
    }

    /** Why somebody may not write in a game just now; null where the person may. */
    @Nullable Mute mute(GameId game, String player) {
        StoredMute row =
                sessions.fromStatelessTransaction(
                        session -> session.get(StoredMute.class, StoredMute.id(game, player)));
        return row == null || isOver(row) ? null : row.mute();
    }

    private boolean isOver(StoredMute row) {
        return row.end != null && !row.end.isAfter(clock.instant());
    }

    /** Those who may not write in a game just now, the first first. */
    List<Mute> mutes(GameId game) {
        return sessions
                .fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery(
                                                "from StoredMute where game = :game"
                                                        + " order by at, id",
                                                StoredMute.class)
                                        .setParameter("game", game.value())
                                        .getResultList())
                .stream()
                .filter(row -> !isOver(row))
                .map(StoredMute::mute)
                .toList();
    }

    /** Notes a complaint; a second one of the same person changes nothing. */
    void report(GameId game, Message message, String reporter, String reason) {
        var row = new StoredReport(game, message, reporter, reason, now(clock));
        try {
            sessions.inStatelessTransaction(session -> session.insert(row));
        } catch (ConstraintViolationException e) {
            // the same person has reported it before
        }
    }

    /** The open reports of a game after a number. */
    List<Report> open(GameId game, long since, int limit) {
        return sessions
                .fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery(
                                                "from StoredReport where game = :game and number >"
                                                    + " :since and closed is null order by number",
                                                StoredReport.class)
                                        .setParameter("game", game.value())
                                        .setParameter("since", since)
                                        .setMaxResults(limit)
                                        .getResultList())
                .stream()
                .map(StoredReport::report)
                .toList();
    }

    /** The reports of all games after a number, closed ones too. */
    List<Report> all(long since, int limit) {
        return sessions
                .fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery(
                                                "from StoredReport where number > :since"
                                                        + " order by number",
                                                StoredReport.class)
                                        .setParameter("since", since)
                                        .setMaxResults(limit)
                                        .getResultList())
                .stream()
                .map(StoredReport::report)
                .toList();
    }

    /** A report; null where there is none of this number. */
    @Nullable Report report(long number) {
        StoredReport row =
                sessions.fromStatelessTransaction(
                        session -> session.get(StoredReport.class, number));
        return row == null ? null : row.report();
    }

    /** Closes the open reports of a message: somebody has seen to it. */
    void close(String game, long message) {
        sessions.inStatelessTransaction(
                session ->
                        session.createMutationQuery(
                                        "update StoredReport set closed = :now where game = :game"
                                                + " and message = :message and closed is null")
                                .setParameter("now", now(clock))
                                .setParameter("game", game)
                                .setParameter("message", message)
                                .executeUpdate());
    }

    /** What somebody has complained of. */
    public List<Complaint> by(String reporter) {
        return sessions
                .fromStatelessTransaction(
                        session ->
                                session.createSelectionQuery(
                                                "from StoredReport where reporter = :reporter"
                                                        + " order by number",
                                                StoredReport.class)
                                        .setParameter("reporter", reporter)
                                        .getResultList())
                .stream()
                .map(row -> new Complaint(row.game, row.message, row.at, row.reason))
                .toList();
    }

    /** A report as its author knows it. */
    public record Complaint(String game, long message, Instant at, String reason) {}

    /** Forgets the reports of what somebody has said, and those that the person has made. */
    public void forget(String name) {
        sessions.inStatelessTransaction(
                session ->
                        session.createMutationQuery(
                                        "delete StoredReport where author = :name"
                                                + " or reporter = :name")
                                .setParameter("name", name)
                                .executeUpdate());
    }
}
