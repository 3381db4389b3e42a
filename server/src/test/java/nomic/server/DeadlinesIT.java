package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.server.cli.Nomic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Deadlines that fall due while the server is down. */
final class DeadlinesIT {
    private static final Instant BEGUN = Instant.parse("2026-01-01T09:00:00Z");

    private static final String CALENDAR =
            """
            import java.time.Duration

            rule "at ten and at eleven"
            when
                Turn()
            then
                law.schedule("eleven", law.now().plus(Duration.ofHours(2)));
                law.schedule("ten", law.now().plus(Duration.ofHours(1)));
            end

            rule "and half an hour after ten"
            when
                Elapsed( name == "ten" )
            then
                law.schedule("half past", law.now().plus(Duration.ofMinutes(30)));
            end

            rule "when it is"
            when
                Elapsed( $name : name )
            then
                law.announce("{} at {}", $name, law.now());
            end
            """;

    private static final String CLOCKWORK =
            """
            import java.time.Duration

            rule "the clock is wound up"
            when
                Turn()
            then
                law.schedule("tick", law.now().plus(Duration.ofMinutes(1)));
            end

            rule "it ticks"
            when
                Elapsed( name == "tick" )
            then
                law.schedule("tick", law.now().plus(Duration.ofMinutes(1)));
            end
            """;

    @TempDir Path data;

    private volatile Instant now = BEGUN;

    @Test
    void what_fell_due_while_the_server_was_down_happens_on_start_in_order() {
        Table asked;
        Table forgotten;
        try (Server server = start()) {
            Person ann = new Api(server.uri()).person("ann");
            asked = Table.under(CALENDAR, ann);
            forgotten = Table.under(CALENDAR, ann);
        }
        now = BEGUN.plus(Duration.ofHours(3));
        try (Server server = start()) {
            Api api = new Api(server.uri());
            Person ann = api.login("ann");
            JsonNode events = ann.proposes(asked.game(), "Late", "").expect(201).path("events");
            assertThat(events.path(0).path("type").asText()).isEqualTo("ProposalMade");
            assertThat(events.path(0).path("at").asText()).isEqualTo(now.toString());
            inOrder(api, asked);
            inOrder(api, forgotten);
        }
        assertThat(verify()).isEqualTo(0);
    }

    private static void inOrder(Api api, Table table) {
        assertThat(announced(api, table, 3))
                .containsExactly(
                        "ten at 2026-01-01T10:00:00Z",
                        "half past at 2026-01-01T10:30:00Z",
                        "eleven at 2026-01-01T11:00:00Z");
    }

    @Test
    void a_chain_without_end_is_over_before_the_next_move() {
        Table table;
        try (Server server = start()) {
            table = Table.under(CLOCKWORK, new Api(server.uri()).person("ann"));
        }
        now = BEGUN.plus(Duration.ofDays(365));
        try (Server server = start()) {
            Person ann = new Api(server.uri()).login("ann");
            ann.proposes(table.game(), "Late", "").expect(201);
            List<String> moves =
                    ann.api()
                            .get(table.game() + "/commands?limit=1000")
                            .expect(200)
                            .findValuesAsText("move");
            assertThat(moves).endsWith("pass-time", "propose");
            assertThat(moves.stream().filter("pass-time"::equals).count()).isBetween(201L, 402L);
        }
    }

    private Server start() {
        return Server.start(Settings.local(data), () -> now);
    }

    private int verify() {
        var out = new PrintWriter(new StringWriter());
        return Nomic.run(out, out, "verify", "--data", data.toString());
    }

    /** What was announced after an event; waits until it is so much. */
    private static List<String> announced(Api api, Table table, int number) {
        var announced = new ArrayList<String>();
        try (LiveClient client = LiveClient.connect(api).subscribe(table.game(), table.head())) {
            while (announced.size() < number) {
                announced.add(client.event("Announced").path("text").asText());
            }
        }
        return announced;
    }

    /**
     * A game of one player with a rule of its own.
     *
     * @param head the last event when the rule was in force
     */
    private record Table(String game, long head) {
        static Table under(String rule, Person player) {
            String game = player.createsGame("suber");
            player.starts(game).expect(200);
            int proposal = player.proposes(game, "Time", rule).expect(201).path("number").asInt();
            player.votes(game, proposal, "for").expect(200);
            JsonNode view = player.get(game).expect(200);
            assertThat(view.path("deadlines")).isNotEmpty();
            return new Table(game, view.path("head").asLong());
        }
    }
}
