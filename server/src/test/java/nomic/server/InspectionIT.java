package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
final class InspectionIT {
    private static final String REMEMBERS =
            "declare Seen who : String end\n"
                    + "rule \"remembers\" when BallotCast( $v : voter ) then"
                    + " insert(new Seen($v)); law.schedule(\"bell\", law.now().plusSeconds(9999));"
                    + " end";

    private static String remembering(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        ann.starts(game).expect(200);
        ann.proposes(game, "Remember", REMEMBERS).expect(201);
        ann.votes(game, 301, "for").expect(200);
        bob.votes(game, 301, "for").expect(200);
        bob.proposes(game, "Another", "").expect(201);
        bob.votes(game, 302, "for").expect(200);
        return game;
    }

    @Test
    void everybody_sees_the_rule_base(Person ann, Person bob, Api anybody) {
        String game = remembering(ann, bob);

        JsonNode base = anybody.get(game + "/rule-base").expect(200);

        assertThat(base.path("version").asText()).hasSize(64);
        JsonNode last = base.path("packages").path(base.path("packages").size() - 1);
        assertThat(last.path("name").asText()).isEqualTo("nomic.rule.r301");
        assertThat(last.path("facts").asInt()).isEqualTo(1);
        assertThat(last.path("deadlines").asInt()).isEqualTo(1);
        assertThat(last.path("calls").toString()).isEqualTo("[\"now\",\"schedule\"]");
        assertThat(last.path("use").path("firings").asInt()).isEqualTo(1);
    }

    @Test
    void facts_are_found_by_type_and_rule(Person ann, Person bob, Api anybody) {
        String game = remembering(ann, bob);

        JsonNode seen = anybody.get(game + "/facts?type=Seen").expect(200).path("facts");
        assertThat(seen.size()).isEqualTo(1);
        assertThat(seen.path(0).path("fields").path("who").asText()).isEqualTo(bob.name());
        assertThat(seen.path(0).path("rule").asInt()).isEqualTo(301);
        assertThat(anybody.get(game + "/facts?rule=301").expect(200).path("facts").size())
                .as("its fact and its deadline")
                .isEqualTo(2);
        assertThat(anybody.get(game + "/facts?type=Player").expect(200).path("facts").size())
                .isEqualTo(2);
    }

    @Test
    void facts_of_a_suspended_rule_sleep(Person ann, Person bob) {
        String game = remembering(ann, bob);
        ann.post(
                        game + "/orders",
                        "{\"order\": \"suspend-rule\", \"rule\": 301, \"reason\": \"x\"}")
                .expect(200);

        JsonNode facts = ann.get(game + "/facts?rule=301").expect(200).path("facts");

        assertThat(facts.size()).isEqualTo(2);
        assertThat(facts.path(0).path("asleep").asBoolean()).isTrue();
        assertThat(facts.path(1).path("asleep").asBoolean()).isTrue();
    }

    @Test
    void pages_of_facts_have_each_fact_once(Person ann, Person bob) {
        String game = remembering(ann, bob);
        int all = ann.get(game + "/facts?limit=1000").expect(200).path("facts").size();

        int read = 0;
        JsonNode next = null;
        do {
            String since = next == null ? "" : "&since=" + Api.encoded(next.asText());
            JsonNode page = ann.get(game + "/facts?limit=7" + since).expect(200);
            read += page.path("facts").size();
            next = page.path("next");
        } while (!next.isNull());

        assertThat(read).isEqualTo(all);
        ann.get(game + "/facts?since=nothing").problem(400, "bad-parameter");
    }

    @Test
    void everybody_sees_the_java_of_each_revision(Person ann, Person bob, Api anybody) {
        String game = remembering(ann, bob);

        JsonNode java = anybody.get(game + "/rules/301/java").expect(200);

        assertThat(java.path("name").asText()).isEqualTo("nomic.rule.r301");
        assertThat(java.path("files").path("Seen.java").asText()).contains("class Seen");
        assertThat(java.path("files").toString()).contains("law.schedule(");
        assertThat(anybody.get(game + "/rules/101/java").expect(200).path("files").size())
                .as("rule 101 has prose alone")
                .isZero();
        anybody.get(game + "/rules/301/java?revision=2").problem(404, "unknown-rule");
        anybody.get(game + "/rules/999/java").problem(404, "unknown-rule");
    }
}
