package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Limit;
import nomic.game.Limits;
import nomic.log.GameId;
import nomic.server.cli.Nomic;
import nomic.server.store.Database;
import nomic.server.store.StoredGameLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;

final class QuarantineIT {
    private static final String WHY = "Its command m-1 ended 3 processes one after another.";

    @TempDir Path data;

    @Test
    void a_game_in_quarantine_is_read_and_takes_no_moves_until_it_is_released() {
        String game;
        String token;
        try (Server server = Server.start(Settings.local(data))) {
            Person ann = new Api(server.uri()).person("ann");
            game = ann.createsGame("suber");
            token = ann.token();
        }
        quarantine(game);
        try (Server server = Server.start(Settings.local(data))) {
            var ann = new Person(new Api(server.uri()), "ann", token);
            assertThat(ann.get(game).expect(200).path("quarantine").asText()).isEqualTo(WHY);
            assertThat(ann.starts(game).problem(409, "quarantined").path("detail").asText())
                    .startsWith(WHY);
            ann.get(game + "/events").expect(200);
            assertThat(ann.get(ann.createsGame("suber")).expect(200).path("quarantine").isNull())
                    .isTrue();
        }
        assertThat(release(game)).isEqualTo(0);
        assertThat(release(game)).isEqualTo(1);
        try (Server server = Server.start(Settings.local(data))) {
            var ann = new Person(new Api(server.uri()), "ann", token);
            assertThat(ann.get(game).expect(200).path("quarantine").isNull()).isTrue();
            ann.starts(game).expect(200);
        }
    }

    /** Eats the heap of its process once there is a third new rule. */
    private static final String EATS =
            """
            import java.util.ArrayList;
            import java.util.List;
            rule "eats" when Rule( number == 303 ) then
                List<String> all = new ArrayList<>();
                while (true) { all.add("x".repeat(1000000)); }
            end
            """;

    @Test
    void a_game_that_ends_three_processes_is_put_in_quarantine_and_no_other() {
        var wide = Limits.STANDARD.with(Limit.FUEL, Long.MAX_VALUE / 8).with(Limit.BYTES, 1 << 30);
        try (Server server = Server.start(Settings.local(data).withLimits(wide).withWorkers(1))) {
            Person ann = new Api(server.uri()).person("ann");
            String game = started(ann);
            String other = started(ann);
            votesIn(ann, game, 301, EATS).expect(200);

            // before it adopts the second rule, the game is played ahead to the third
            String why =
                    votesIn(ann, game, 302, EATS)
                            .problem(409, "quarantined")
                            .path("detail")
                            .asText();

            assertThat(why).contains("ended 3 processes one after another");
            assertThat(ann.get(game).expect(200).path("quarantine").asText()).isNotEmpty();
            ann.proposes(game, "More", "").problem(409, "quarantined");
            assertThat(ann.get(other).expect(200).path("quarantine").isNull()).isTrue();
            votesIn(ann, other, 301, Codes.OPPOSITION).expect(200);
            assertThat(ann.get(other + "/rules/301").expect(200).path("status").asText())
                    .isEqualTo("in-force");
        }
    }

    private static String started(Person ann) {
        String game = ann.createsGame("suber");
        ann.starts(game).expect(200);
        return game;
    }

    private static Reply votesIn(Person ann, String game, int number, String code) {
        ann.proposes(game, "Rule " + number, code).expect(201);
        return ann.votes(game, number, "for");
    }

    private void quarantine(String game) {
        try (Database database = Database.open(Database.urlIn(data))) {
            new StoredGameLog(database.sessions(), Clock.systemUTC())
                    .quarantine(new GameId(id(game)), WHY);
        }
    }

    private int release(String game) {
        var out = new PrintWriter(new StringWriter());
        return Nomic.run(out, out, "release", id(game), "--data", data.toString());
    }

    private static String id(String game) {
        return game.substring(game.lastIndexOf('/') + 1);
    }
}
