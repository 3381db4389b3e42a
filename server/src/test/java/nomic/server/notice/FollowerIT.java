package nomic.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Cause;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.log.Appended;
import nomic.log.GameId;
import nomic.log.Tenure;
import nomic.server.account.Accounts;
import nomic.server.store.Database;
import nomic.server.store.Postgres;
import nomic.server.store.StoredGameLog;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Followers that break off in mid-transaction, several at once, tell each thing once. */
final class FollowerIT {
    private static final GameId GAME = new GameId("0c6a2f0e-5b1f-4b4e-9a39-6b6a0c1d2e3f");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int TURNS = 450;

    @TempDir Path folder;

    private Database open(String product) {
        return Database.open(
                product.equals("H2") ? Database.urlIn(folder) : Postgres.newDatabase());
    }

    private static Tenure play(StoredGameLog log, Tenure tenure, int turn) {
        var event = new Event.TurnStarted(turn, 1, turn % 2 == 0 ? "ann" : "nobody");
        var decided =
                new Decided(
                        new Envelope("c" + turn, "ann", NOON, "5eed", new Command.EndTurn()),
                        new Outcome.Accepted(),
                        List.of(new Occurrence(event, new Cause.ByMove("end-turn"))),
                        GameState.NONE,
                        "rulebook",
                        "state",
                        new TreeMap<>());
        return ((Appended.Committed) log.append(GAME, tenure, decided)).tenure();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void nothing_is_told_twice_or_not_at_all(String product) {
        try (Database database = open(product)) {
            var accounts = new Accounts(database.sessions(), () -> NOON);
            accounts.create("ann", "hash", false);
            var log = new StoredGameLog(database.sessions(), () -> NOON);
            var notices = new Notices(database.sessions(), accounts, (_, _, _) -> {});
            var breaks = new AtomicInteger();
            Follower.Taker breaking =
                    (_, game, _) -> {
                        if (breaks.getAndIncrement() < 6) {
                            throw new IllegalStateException("A test breaks off " + game);
                        }
                    };
            try (var one = follower(log, notices, database, breaking);
                    var other = follower(log, notices, database, breaking)) {
                one.start();
                other.start();
                Tenure tenure = log.takeOver(GAME, "test");
                for (int turn = 1; turn <= TURNS; turn++) {
                    tenure = play(log, tenure, turn);
                    one.hint(GAME);
                    other.hint(GAME);
                }
                Instant end = Instant.now().plus(Duration.ofSeconds(60));
                while (notices.standing("ann").last() < TURNS / 2 && Instant.now().isBefore(end)) {
                    one.hint(GAME);
                    Thread.onSpinWait();
                }
            }

            List<Notice> told = notices.after("ann", 0, 1000);
            assertThat(told)
                    .extracting(Notice::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, TURNS / 2).map(n -> 2 * n).boxed().toList());
            assertThat(told).extracting(Notice::kind).containsOnly(Kind.TURN);
            assertThat(notices.standing("nobody").last()).isZero();
        }
    }

    private static Follower follower(
            StoredGameLog log, Notices notices, Database database, Follower.Taker taker) {
        return new Follower(log, notices, database.sessions(), List.of(taker));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void only_the_last_thousand_are_kept(String product) {
        try (Database database = open(product)) {
            var accounts = new Accounts(database.sessions(), () -> NOON);
            accounts.create("ann", "hash", false);
            var notices = new Notices(database.sessions(), accounts, (_, _, _) -> {});
            notices.open(List.of("ann"));
            for (int i = 0; i < 12; i++) {
                var news =
                        LongStream.range(i * 100L, i * 100L + 100)
                                .mapToObj(
                                        seq ->
                                                News.of(
                                                        "ann",
                                                        seq,
                                                        Notice.of(Kind.TURN, GAME, NOON, seq)))
                                .toList();
                database.sessions().inStatelessTransaction(s -> notices.put(s, news));
                database.sessions().inStatelessTransaction(s -> notices.put(s, news));
            }

            assertThat(notices.after("ann", 0, 5000)).hasSize(1000);
            assertThat(notices.standing("ann")).isEqualTo(new Notices.Standing(1200, 0));
            notices.read("ann", 5000);
            assertThat(notices.standing("ann")).isEqualTo(new Notices.Standing(1200, 1200));
            notices.forget("ann");
            assertThat(notices.after("ann", 0, 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void games_that_are_older_begin_at_their_heads(String product) throws SQLException {
        boolean h2 = product.equals("H2");
        String url = h2 ? Database.urlIn(folder) : Postgres.newDatabase();
        String user = h2 ? "sa" : null;
        Flyway.configure().dataSource(url, user, h2 ? "" : null).target("7").load().migrate();
        String game =
                "insert into game (game_id, head_seq, position, epoch, owner, link)"
                        + " values ('old', 41, 3, 1, 'test', 'link')";
        try (Connection connection = DriverManager.getConnection(url, user, h2 ? "" : null);
                Statement statement = connection.createStatement()) {
            statement.execute(game);
        }

        try (Database database = Database.open(url)) {
            StoredPlace place =
                    database.sessions()
                            .fromStatelessTransaction(s -> s.get(StoredPlace.class, "old"));
            assertThat(place.seq).isEqualTo(41);
        }
    }
}
