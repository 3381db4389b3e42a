package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Readings, flags and causes, asked of a server. */
@ExtendWith(SharedServer.class)
final class WhyIT {
    private static final String GREED =
            """
            rule "all for one"
            when
                VoteSettled( adopted, $p : author )
            then
                law.award($p, 7);
            end
            """;

    private static String game(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        bob.post(game + "/join", "{}").expect(200);
        ann.starts(game).expect(200);
        return game;
    }

    @Test
    void a_proposal_and_its_rule_are_read_and_flagged(Person ann, Person bob) {
        String game = game(ann, bob);
        int number =
                ann.post(game + "/proposals", Person.proposal("A fine for authors", GREED))
                        .expect(201)
                        .path("number")
                        .asInt();
        JsonNode proposal = bob.get(game + "/proposals/" + number).expect(200);

        assertThat(proposal.at("/reading/laws/0/text").asText())
                .isEqualTo(
                        "When a vote is settled with the change adopted: the author gets 7"
                                + " points.");
        assertThat(proposal.path("flags").findValuesAsText("name"))
                .containsExactly("touches-holdings", "title-differs");
        assertThat(proposal.at("/flags/0/line").asInt()).isEqualTo(5);
        JsonNode rule = bob.get(game + "/rules/208").expect(200);
        assertThat(rule.path("flags").findValuesAsText("name")).containsExactly("can-end-game");
        assertThat(rule.at("/reading/assets/0").asText()).isEqualTo("points");
    }

    @Test
    void a_check_answers_reading_and_flags(Person ann) {
        JsonNode checked = ann.post("/api/v1/check", Person.proposal("A fine", GREED)).expect(200);

        assertThat(checked.at("/reading/laws/0/line").asInt()).isEqualTo(1);
        assertThat(checked.path("flags").findValuesAsText("name")).contains("touches-holdings");
        JsonNode refused = ann.post("/api/v1/check", "{\"code\": \"rule x\"}").expect(200);
        assertThat(refused.has("reading")).isFalse();
    }

    @Test
    void events_and_facts_are_explained(Person ann, Person bob) {
        String game = game(ann, bob);
        JsonNode head = ann.get(game).expect(200);
        JsonNode event = bob.get(game + "/why?event=" + head.path("head").asLong()).expect(200);

        assertThat(event.path("sentence").asText()).startsWith("Why event ");
        assertThat(event.at("/chain/0/what").asText()).isEqualTo("event");
        assertThat(event.at("/chain/0/because").isEmpty()).isFalse();
        JsonNode turn = bob.get(game + "/why?fact=turn").expect(200);
        assertThat(turn.path("sentence").asText()).contains(ann.name());
        bob.get(game + "/why?fact=rule/203").expect(200);
    }

    @Test
    void what_does_not_exist_is_a_clear_problem(Person ann, Person bob) {
        String game = game(ann, bob);

        bob.get(game + "/why?event=9999").problem(404, "unknown-event");
        bob.get(game + "/why?fact=holding/nobody/points").problem(404, "unknown-fact");
        bob.get(game + "/why?win=nobody").problem(404, "unknown-fact");
        bob.get(game + "/why").problem(400, "bad-parameter");
        bob.get(game + "/why?event=1&fact=turn").problem(400, "bad-parameter");
        bob.post(game + "/why-not", "{\"type\": \"fly\"}").problem(422, "bad-argument");
    }

    @Test
    void a_move_that_is_refused_and_a_win_that_is_far_are_explained(Person ann, Person bob) {
        String game = game(ann, bob);
        long head = ann.get(game).expect(200).path("head").asLong();
        String move = "{\"type\": \"propose\", \"kind\": \"enact\", \"title\": \"Tea\"}";
        JsonNode no = bob.post(game + "/why-not", move).expect(200);
        JsonNode yes = ann.post(game + "/why-not", move).expect(200);
        JsonNode win = bob.get(game + "/why?win=" + bob.name()).expect(200);

        assertThat(no.path("permitted").asBoolean()).isFalse();
        assertThat(no.at("/obstacles/0/rule").asInt()).isEqualTo(202);
        assertThat(no.at("/obstacles/0/facts").findValuesAsText("type")).contains("Turn");
        assertThat(yes.path("permitted").asBoolean()).isTrue();
        assertThat(win.path("ways").findValuesAsText("rule")).contains("208");
        assertThat(ann.get(game).expect(200).path("head").asLong()).isEqualTo(head);
    }
}
