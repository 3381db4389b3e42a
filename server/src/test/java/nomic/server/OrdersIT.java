package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.server.cli.Nomic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** What game masters order, over HTTP and on the socket. */
@ExtendWith(SharedServer.class)
final class OrdersIT {
    private static Reply orders(Person master, String game, String order, String rest) {
        return master.post(game + "/orders", "{\"order\": \"%s\"%s}".formatted(order, rest));
    }

    private static Reply orders(Person master, String game, String order) {
        return orders(master, game, order, ", \"reason\": \"It is for the best.\"");
    }

    private static String running(Person master, Person other) {
        String game = master.createsGame("suber");
        other.joins(game).expect(200);
        master.starts(game).expect(200);
        return game;
    }

    private static JsonNode only(Reply reply) {
        JsonNode events = reply.expect(200).path("events");
        assertThat(events.size()).as("%s", events).isEqualTo(1);
        return events.path(0);
    }

    @Test
    void all_see_that_a_game_is_paused_and_nobody_moves(Person ann, Person bob, Api anybody) {
        String game = running(ann, bob);

        orders(bob, game, "pause").problem(403, "not-the-master");
        JsonNode paused = only(orders(ann, game, "pause"));
        assertThat(paused.path("type").asText()).isEqualTo("GamePaused");
        assertThat(paused.path("cause").path("move").asText()).isEqualTo("pause");
        JsonNode seen = anybody.get(game).expect(200);
        assertThat(seen.path("paused").path("reason").asText()).isEqualTo("It is for the best.");
        JsonNode refused = ann.proposes(game, "Now", "").problem(409, "paused");
        assertThat(refused.path("detail").asText()).contains("It is for the best.");
        bob.post(game + "/leave", "").problem(409, "paused");

        only(orders(ann, game, "resume", ""));
        orders(ann, game, "resume", "").problem(409, "not-paused");
        assertThat(anybody.get(game).expect(200).path("paused").isNull()).isTrue();
        ann.proposes(game, "Now", "").expect(201);
    }

    @Test
    void a_rule_is_suspended_and_reinstated(Person ann, Person bob) {
        String game = running(ann, bob);

        only(orders(ann, game, "suspend-rule", ", \"rule\": 202, \"reason\": \"Too slow.\""));
        JsonNode rule = ann.get(game + "/rules/202").expect(200);
        assertThat(rule.path("status").asText()).isEqualTo("suspended");
        bob.proposes(game, "Out of turn", "").expect(201);

        only(orders(ann, game, "reinstate-rule", ", \"rule\": 202, \"reason\": \"Order.\""));
        bob.proposes(game, "Out of turn again", "").problem(409, "forbidden-by-rule");
        orders(ann, game, "reinstate-rule", ", \"rule\": 202, \"reason\": \"Order.\"")
                .problem(409, "rule-not-suspended");
        orders(ann, game, "suspend-rule", ", \"rule\": 999, \"reason\": \"Order.\"")
                .problem(404, "unknown-rule");
    }

    @Test
    void limits_of_a_running_game_change(Person ann, Person bob) {
        String game = running(ann, bob);

        orders(ann, game, "change-limits", ", \"limits\": {\"fuel\": 4000000}, \"reason\": \"x\"")
                .expect(200);
        assertThat(ann.get(game).expect(200).path("limits").path("fuel").asLong())
                .isEqualTo(4_000_000);
        orders(ann, game, "change-limits", ", \"limits\": {\"fuel\": \"all\"}, \"reason\": \"x\"")
                .problem(422, "bad-argument");
        orders(ann, game, "change-limits", ", \"limits\": {\"fuel\": 1}, \"reason\": \"x\"")
                .problem(422, "bad-argument");
    }

    @Test
    void a_player_is_removed_and_the_turn_goes_on(Person ann, Person bob, Person cleo) {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        cleo.joins(game).expect(200);
        ann.starts(game).expect(200);

        orders(ann, game, "kick", ", \"player\": \"%s\", \"reason\": \"x\"".formatted(bob.name()))
                .expect(200);

        assertThat(ann.get(game).expect(200).path("players").path(1).path("standing").asText())
                .isEqualTo("left");
        bob.joins(game).problem(409, "already-joined");
        bob.votes(game, 301, "for").problem(404, "unknown-proposal");
        orders(ann, game, "kick", ", \"player\": \"%s\", \"reason\": \"x\"".formatted(bob.name()))
                .problem(404, "unknown-player");
    }

    @Test
    void the_game_is_handed_over_and_ended(Person ann, Person bob) {
        String game = running(ann, bob);

        only(orders(ann, game, "hand-over", ", \"player\": \"%s\"".formatted(bob.name())));
        orders(ann, game, "end-game").problem(403, "not-the-master");
        only(orders(bob, game, "end-game"));

        JsonNode over = bob.get(game).expect(200);
        assertThat(over.path("status").asText()).isEqualTo("finished");
        assertThat(over.path("drawn").asBoolean()).isFalse();
        assertThat(over.path("ended").asText()).isEqualTo("It is for the best.");
        assertThat(over.path("master").asText()).isEqualTo(bob.name());
        ann.proposes(game, "Too late", "").problem(409, "game-over");
    }

    @Test
    void an_order_that_is_none_is_refused(Person ann, Person bob) {
        String game = running(ann, bob);

        orders(ann, game, "please").problem(422, "bad-argument");
        orders(ann, game, "pause", "").problem(422, "bad-argument");
        orders(ann, game, "roll-back", ", \"to\": 100000, \"reason\": \"x\"")
                .problem(422, "bad-argument");
    }

    @Test
    void a_game_goes_back_and_keeps_its_record(@TempDir Path data) {
        String game;
        JsonNode before;
        try (Server server = Server.start(Settings.local(data))) {
            var api = new Api(server.uri());
            Person ann = api.person("ann");
            Person bob = api.person("bob");
            game = running(ann, bob);
            JsonNode started = ann.get(game).expect(200);
            ann.proposes(game, "A mistake", "").expect(201);
            ann.votes(game, 301, "for").expect(200);
            bob.votes(game, 301, "for").expect(200);
            long head = ann.get(game).expect(200).path("head").asLong();

            long to = started.path("head").asLong();
            JsonNode back =
                    only(orders(ann, game, "roll-back", ", \"to\": " + to + ", \"reason\": \"x\""));

            assertThat(back.path("type").asText()).isEqualTo("RolledBack");
            assertThat(back.path("seq").asLong()).isEqualTo(head + 1);
            assertThat(back.path("to").asLong()).isEqualTo(to);
            assertThat(back.has("state")).isFalse();
            before = ann.get(game).expect(200);
            assertThat(before.path("turn")).isEqualTo(started.path("turn"));
            assertThat(before.path("players")).isEqualTo(started.path("players"));
            assertThat(ann.get(game + "/rules/301").status()).isEqualTo(404);
            assertThat(ann.get(game + "/events?since=" + (to + 1)).expect(200).size())
                    .isGreaterThan(3);
            assertThat(ann.proposes(game, "Another", "").expect(201).path("number").asInt())
                    .isEqualTo(302);
            before = ann.get(game).expect(200);
        }
        try (Server server = Server.start(Settings.local(data))) {
            assertThat(new Api(server.uri()).get(game).expect(200)).isEqualTo(before);
        }
        var out = new StringWriter();
        var print = new PrintWriter(out);
        assertThat(Nomic.run(print, print, "verify", "--data", data.toString()))
                .as("%s", out)
                .isEqualTo(0);
    }
}
