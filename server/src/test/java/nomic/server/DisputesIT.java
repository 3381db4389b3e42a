package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;

/** Disputes under Suber's rules 111, 212 and 213, from the call to the closed case. */
@ExtendWith(SharedServer.class)
final class DisputesIT {
    /** A running game; the first turn is that of the first player, the last one is its Judge. */
    private static String running(Person... players) {
        String game = players[0].createsGame("suber");
        for (int i = 1; i < players.length; i++) {
            players[i].joins(game).expect(200);
        }
        players[0].starts(game).expect(200);
        return game;
    }

    private static JsonNode calls(Person player, String game, String statement) {
        return player.post(game + "/cases", "{\"statement\": \"%s\"}".formatted(statement))
                .expect(201);
    }

    private static Reply judges(Person player, String game, String answer, String more) {
        return player.post(
                game + "/cases/1/judgments",
                "{\"answer\": \"%s\", \"reasons\": \"It follows from 115.\"%s}"
                        .formatted(answer, more));
    }

    private static List<String> types(JsonNode events) {
        var types = new ArrayList<String>();
        events.forEach(event -> types.add(event.path("type").asText()));
        return types;
    }

    private static JsonNode acts(Person player, String game, String action) {
        return player.post(game + "/actions/" + action, "").expect(200).path("events");
    }

    @Test
    void a_judgment_stands_with_its_remedies_when_most_of_the_others_consent(
            Person ann, Person bob, Person cyd) {
        String game = running(ann, bob, cyd);
        JsonNode dispute = calls(bob, game, "Ann may propose twice.");
        assertThat(dispute.path("judge").asText()).isEqualTo(cyd.name());
        assertThat(types(dispute.path("events"))).contains("JudgmentCalled", "JudgeAppointed");

        String remedy =
                ", \"remedies\": [{\"kind\": \"points\", \"subject\": \"%s\", \"amount\": 7}]"
                        .formatted(bob.name());
        judges(cyd, game, "false", remedy).expect(200);
        JsonNode judged = ann.get(game).expect(200);
        assertThat(judged.at("/cases/0/status").asText()).isEqualTo("judged");
        assertThat(judged.path("offers").findValuesAsText("name"))
                .contains("consent", "overrule-1");

        acts(bob, game, "consent");
        JsonNode closing = acts(cyd, game, "consent");
        assertThat(types(closing)).contains("CaseClosed", "HoldingChanged");
        JsonNode after = ann.get(game).expect(200);
        assertThat(after.path("cases")).isEmpty();
        assertThat(after.path("offers")).isEmpty();
        assertThat(after.at("/players/1/holdings/points").asInt()).isEqualTo(7);
        JsonNode closed = ann.get(game + "/cases/1").expect(200);
        assertThat(closed.path("status").asText()).isEqualTo("closed");
        assertThat(types(closed.path("history")))
                .containsExactly("JudgmentCalled", "JudgeAppointed", "Judged", "CaseClosed");
        assertThat(closed.at("/history/1/cause/rule").asInt()).isEqualTo(212);
        assertThat(closed.at("/history/3/by").asText()).isEqualTo(cyd.name());
        judges(cyd, game, "true", "").problem(409, "case-closed");
    }

    @Test
    void only_the_judge_judges(Person ann, Person bob, Person cyd) {
        String game = running(ann, bob, cyd);
        calls(bob, game, "Ann may propose twice.");
        for (Person other : List.of(ann, bob)) {
            JsonNode problem = judges(other, game, "true", "").problem(409, "forbidden-by-rule");
            assertThat(problem.path("rule").asInt()).isEqualTo(212);
            assertThat(problem.path("detail").asText()).contains(cyd.name());
        }
        assertThat(ann.get(game + "/cases/1").expect(200).path("judgments")).isEmpty();
    }

    @Test
    void a_judge_is_overruled_by_all_the_others_or_not_at_all(Person ann, Person bob, Person cyd) {
        String game = running(ann, bob, cyd);
        calls(bob, game, "Ann may propose twice.");
        judges(cyd, game, "true", "").expect(200);
        cyd.post(game + "/actions/overrule-1", "").problem(404, "unknown-action");

        JsonNode one = acts(ann, game, "overrule-1");
        assertThat(types(one)).contains("Overruled").doesNotContain("JudgmentOverruled");
        JsonNode refused = one.path(types(one).indexOf("Overruled"));
        assertThat(refused.path("claim").asText()).isEqualTo("overrule");
        assertThat(refused.at("/prevailing/rule").asInt()).isEqualTo(212);
        assertThat(refused.path("reason").asText()).contains(bob.name() + " has not agreed");
        assertThat(ann.get(game + "/cases/1").expect(200).path("status").asText())
                .isEqualTo("judged");

        assertThat(types(acts(bob, game, "overrule-1"))).contains("JudgmentOverruled");
        JsonNode open = ann.get(game + "/cases/1").expect(200);
        assertThat(open.path("status").asText()).isEqualTo("open");
        assertThat(open.path("answer").isNull()).isTrue();
        assertThat(open.path("judge").asText()).isEqualTo(bob.name());
        assertThat(open.at("/judgments/0/overruled").asBoolean()).isTrue();
        judges(cyd, game, "true", "").problem(409, "forbidden-by-rule");
        judges(bob, game, "false", "").expect(200);
        assertThat(types(ann.get(game + "/cases/1").expect(200).path("history")))
                .containsExactly(
                        "JudgmentCalled",
                        "JudgeAppointed",
                        "Judged",
                        "JudgmentOverruled",
                        "JudgeAppointed",
                        "Judged");
    }

    @Test
    void by_a_paradox_the_player_whose_turn_it_is_wins(Person ann, Person bob, Person cyd) {
        String game = running(ann, bob, cyd);
        calls(ann, game, "This statement is false.");
        judges(cyd, game, "paradox", "").expect(200);
        acts(bob, game, "consent");
        acts(cyd, game, "consent");

        JsonNode over = ann.get(game).expect(200);
        assertThat(over.path("status").asText()).isEqualTo("finished");
        assertThat(over.path("winner").asText()).isEqualTo(ann.name());
        assertThat(over.path("drawn").asBoolean()).isFalse();
        assertThat(ann.get(game + "/cases?answer=paradox").expect(200)).hasSize(1);
    }

    @Test
    void a_game_that_all_have_left_is_drawn(Person ann, Person bob) {
        String game = running(ann, bob);
        ann.post(game + "/forfeit", "").expect(200);
        JsonNode last = bob.post(game + "/forfeit", "").expect(200).path("events");

        assertThat(types(last)).contains("GameDrawn");
        JsonNode over = ann.get(game).expect(200);
        assertThat(over.path("status").asText()).isEqualTo("finished");
        assertThat(over.path("drawn").asBoolean()).isTrue();
        assertThat(over.path("winner").isNull()).isTrue();
        JsonNode problem = ann.proposes(game, "Too late", "").problem(409, "game-over");
        assertThat(problem.path("detail").asText()).contains("draw");
    }

    @Test
    void a_proposal_is_revised_and_withdrawn_by_its_author_in_debate_only(Person ann, Person bob) {
        String game = running(ann, bob);
        String proposal =
                game + "/proposals/" + ann.proposes(game, "Tea", "").expect(201).path("number");
        String text = "{\"prose\": \"Tea at six.\"}";
        forbiddenBy111(bob.post(proposal + "/ballots", "{\"choice\": \"for\"}"));
        forbiddenBy111(bob.post(proposal + "/revisions", text));
        forbiddenBy111(bob.post(proposal + "/withdraw", ""));
        ann.post(proposal + "/revisions", text).expect(200);
        ann.post(proposal + "/revisions", text).problem(422, "bad-argument");
        ann.post(proposal + "/ballots", "{\"choice\": \"for\"}").expect(200);
        forbiddenBy111(ann.post(proposal + "/revisions", "{\"prose\": \"At seven.\"}"));
        forbiddenBy111(ann.post(proposal + "/withdraw", ""));

        JsonNode view = bob.get(proposal).expect(200);
        assertThat(view.path("status").asText()).isEqualTo("voting");
        assertThat(view.path("revision").asInt()).isEqualTo(2);
    }

    private static void forbiddenBy111(Reply reply) {
        assertThat(reply.problem(409, "forbidden-by-rule").path("rule").asInt()).isEqualTo(111);
    }

    @Test
    void rules_that_come_before_others_are_shown(Person ann) {
        String game = running(ann);
        JsonNode claims = ann.get(game).expect(200).path("precedence");

        assertThat(claims).isNotEmpty();
        for (JsonNode claim : claims) {
            assertThat(claim.path("rule").asInt()).isEqualTo(213);
            assertThat(claim.path("yields").asBoolean()).isFalse();
        }
    }

    @Test
    void a_whole_dispute_goes_over_the_socket(Person ann, Person bob, Person cyd) {
        String game = running(ann, bob, cyd);
        try (LiveClient bobs = LiveClient.connect(bob);
                LiveClient cyds = LiveClient.connect(cyd)) {
            bobs.subscribe(game, 0);
            bobs.send(frame("call-for-judgment", "c-1", game, "\"statement\": \"It is so.\""));
            assertThat(bobs.event("JudgeAppointed").path("judge").asText()).isEqualTo(cyd.name());
            String judgment = "\"caseNumber\": 1, \"answer\": \"true\", \"reasons\": \"It is.\"";
            bobs.send(frame("judge", "j-1", game, judgment));
            JsonNode refused = bobs.reply("j-1").path("problem");
            assertThat(refused.path("type").asText()).isEqualTo("/problems/forbidden-by-rule");
            assertThat(refused.path("rule").asInt()).isEqualTo(212);
            cyds.send(frame("judge", "j-1", game, judgment));
            assertThat(cyds.reply("j-1").path("ok").asBoolean()).isTrue();
            bobs.send(frame("act", "a-1", game, "\"name\": \"consent\""));
            cyds.send(frame("act", "a-1", game, "\"name\": \"consent\""));
            assertThat(bobs.event("CaseClosed").path("answer").asText()).isEqualTo("true");
        }
    }

    private static String frame(String type, String id, String game, String members) {
        return "{\"type\": \"%s\", \"id\": \"%s\", \"game\": \"%s\", %s}"
                .formatted(type, id, LiveClient.id(game), members);
    }
}
