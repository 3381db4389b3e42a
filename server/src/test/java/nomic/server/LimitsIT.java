package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import nomic.game.Limit;
import nomic.game.Limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

@ExtendWith(SharedServer.class)
final class LimitsIT {
    private static final String LOOPS =
            "rule \"loops a while\" when BallotCast() then"
                    + " int i = 0; while (i < 1000000) { i = i + 1; } end";

    private static Server server(Path data, Limits limits) {
        return Server.start(Settings.local(data).withLimits(limits));
    }

    private static String running(Person master, Person other) {
        String game = master.createsGame("suber");
        other.joins(game).expect(200);
        master.starts(game).expect(200);
        return game;
    }

    /** Enacts a rule that loops when somebody votes; answers its view after one more vote. */
    private static JsonNode looping(String game, Person ann, Person bob) {
        int rule = ann.proposes(game, "Loops", LOOPS).expect(201).path("number").asInt();
        ann.votes(game, rule, "for").expect(200);
        bob.votes(game, rule, "for").expect(200);
        int next = bob.proposes(game, "A custom", "").expect(201).path("number").asInt();
        bob.votes(game, next, "for").expect(200);
        return ann.get(game + "/rules/" + rule).expect(200);
    }

    private static JsonNode last(JsonNode all, String member, String value) {
        JsonNode last = MissingNode.getInstance();
        for (JsonNode each : all) {
            last = each.path(member).asText().equals(value) ? each : last;
        }
        return last;
    }

    @Test
    void a_game_shows_the_limits_it_was_created_with(Person ann) {
        JsonNode limits = ann.get(ann.createsGame("suber")).expect(200).path("limits");

        for (Limit limit : Limit.values()) {
            assertThat(limits.path(limit.word()).asLong(-1)).isEqualTo(limit.standard());
        }
        assertThat(limits.size()).isEqualTo(Limit.values().length);
    }

    @Test
    void everybody_sees_what_a_rule_has_used(Person ann, Person bob, Api anybody) {
        String game = running(ann, bob);
        JsonNode use = looping(game, ann, bob).path("use");

        assertThat(use.path("commands").asLong()).isPositive();
        assertThat(use.path("firings").asLong()).isEqualTo(1);
        assertThat(use.path("fuel").asLong()).isGreaterThan(1_000_000);
        assertThat(use.path("time").asLong()).isPositive();
        JsonNode calm = anybody.get(game + "/rules/101").expect(200).path("use");
        assertThat(calm.path("fuel").asLong()).isLessThan(1_000_000);
    }

    @Test
    void the_commands_of_a_game_tell_what_each_rule_used(Person ann, Person bob, Api anybody) {
        String game = running(ann, bob);
        int rule = looping(game, ann, bob).path("number").asInt();

        JsonNode commands = anybody.get(game + "/commands").expect(200);
        JsonNode created = commands.path(0);
        assertThat(created.path("move").asText()).isEqualTo("create");
        assertThat(created.path("position").asInt()).isEqualTo(1);
        JsonNode vote = last(commands, "move", "vote");
        assertThat(vote.path("accepted").asBoolean()).isTrue();
        assertThat(vote.path("by").asText()).isEqualTo(bob.name());
        JsonNode used = last(vote.path("use"), "rule", String.valueOf(rule));
        assertThat(used.path("fuel").asLong()).isGreaterThan(1_000_000);
        JsonNode rest = anybody.get(game + "/commands?since=2&limit=1").expect(200);
        assertThat(rest.size()).isEqualTo(1);
        assertThat(rest.path(0).path("position").asInt()).isEqualTo(3);
    }

    @Test
    void a_game_keeps_its_limits_when_the_server_has_others(@TempDir Path data) {
        String strict;
        JsonNode use;
        try (Server server = server(data, Limits.STANDARD.with(Limit.FUEL, 500_000))) {
            Api api = new Api(server.uri());
            Person ann = api.person("ann");
            Person bob = api.person("bob");
            strict = running(ann, bob);
            JsonNode rule = looping(strict, ann, bob);
            assertThat(rule.path("status").asText()).isEqualTo("suspended");
            use = rule.path("use");
            assertThat(use.path("fuel").asLong()).isGreaterThan(400_000);
        }
        try (Server server = server(data, Limits.STANDARD)) {
            Api api = new Api(server.uri());
            JsonNode game = api.get(strict).expect(200);
            assertThat(game.at("/limits/fuel").asLong()).isEqualTo(500_000);
            assertThat(api.get(strict + "/rules/301").expect(200).path("use")).isEqualTo(use);
        }
    }
}
