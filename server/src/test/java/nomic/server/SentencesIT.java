package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;

/** Laws in sentences over HTTP. */
@ExtendWith(SharedServer.class)
final class SentencesIT {
    private static final String OPPOSITION =
            """
            When a player votes against a change that is adopted
            Then that player gets 10 points
            """;

    /** Suber's rules, so that 203 wants a simple majority. */
    private static final String MAJORITY =
            """
            rule "adopted by more than half"
            when
                $p : Proposal( open, $n : number )
                accumulate( Ballot( proposal == $n, choice == Choice.FOR, $v : voter );
                            $for : count( $v ); $for > 1 )
                not ( Player( active, $name : name ) and not Ballot( proposal == $n, voter == $name ) )
            then
                law.adopt($p);
            end
            """;

    private static ObjectNode law(String sentences) {
        return Reply.JSON
                .createObjectNode()
                .put("kind", "enact")
                .put("title", "A law")
                .put("sentences", sentences);
    }

    @Test
    void opposition_is_paid(Person ann, Person bob, Person cyd) {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        cyd.joins(game).expect(200);
        ann.starts(game).expect(200);
        JsonNode proposal = ann.post(game + "/proposals", law(OPPOSITION).toString()).expect(201);
        assertThat(proposal.path("sentences").asText()).isEqualTo(OPPOSITION);
        assertThat(proposal.path("code").asText()).contains("law.award($player, \"points\", 10);");
        all(game, 301, ann, bob, cyd);
        bob.post(
                        game + "/proposals",
                        Reply.JSON
                                .createObjectNode()
                                .put("kind", "amend")
                                .put("target", 203)
                                .put("code", MAJORITY)
                                .toString())
                .expect(201);
        all(game, 302, bob, ann, cyd);
        cyd.proposes(game, "A custom", "").expect(201);
        cyd.votes(game, 303, "for").expect(200);
        ann.votes(game, 303, "for").expect(200);
        JsonNode last = bob.votes(game, 303, "against").expect(200);

        var paid = new ArrayList<String>();
        for (JsonNode event : last.path("events")) {
            if (event.path("type").asText().equals("HoldingChanged")
                    && event.at("/cause/rule").asInt() == 301) {
                paid.add(event.path("owner").asText());
            }
        }
        assertThat(paid).containsExactly(bob.name());
        JsonNode rule = ann.get(game + "/rules/301").expect(200);
        assertThat(rule.path("sentences").asText()).isEqualTo(OPPOSITION);
    }

    private static void all(String game, int proposal, Person... voters) {
        for (Person voter : voters) {
            voter.votes(game, proposal, "for").expect(200);
        }
    }

    @Test
    void a_law_that_nobody_understands_is_refused_with_the_line(Person ann) {
        String game = ann.createsGame("suber");
        ann.starts(game).expect(200);
        JsonNode problem =
                ann.post(
                                game + "/proposals",
                                law("When a player joins\nThen that player dances\n").toString())
                        .problem(422, "code-does-not-check");
        assertThat(problem.at("/diagnostics/0/line").asInt()).isEqualTo(2);
        assertThat(problem.at("/diagnostics/0/code").asText()).isEqualTo("no-sentence");
    }

    @Test
    void a_check_answers_the_expansion(Api api) {
        JsonNode checked =
                api.post(
                                "/api/v1/check",
                                Reply.JSON
                                        .createObjectNode()
                                        .put("sentences", OPPOSITION)
                                        .toString())
                        .expect(200);
        assertThat(checked.path("accepted").asBoolean()).isTrue();
        assertThat(checked.path("expansion").asText()).startsWith("rule \"a player votes");
        api.post("/api/v1/check", "{\"sentences\": \"x\", \"code\": \"x\"}")
                .problem(422, "bad-argument");
    }

    @Test
    void sentences_are_listed_and_a_game_may_know_more(Person ann) {
        assertThat(ann.get("/api/v1/sentences").expect(200).findValuesAsText("text"))
                .contains("a player votes against a change that is adopted")
                .doesNotContain("{player} is honoured");
        String game = ann.createsGame("suber");
        ann.starts(game).expect(200);
        ann.post(
                        game + "/proposals",
                        law("When a player joins\nThen that player is honoured\n")
                                .put("dsl", "[then]{player} is honoured=law.award({player}, 1);")
                                .toString())
                .expect(201);
        ann.votes(game, 301, "for").expect(200);
        JsonNode known = ann.get("/api/v1/sentences?game=" + LiveClient.id(game)).expect(200);
        assertThat(known.findValuesAsText("text")).contains("{player} is honoured");
        assertThat(known.findValuesAsText("origin")).contains("standard", "rule 301");
        ann.get("/api/v1/sentences?game=x").problem(404, "unknown-game");
        JsonNode checked =
                ann.post(
                                "/api/v1/check",
                                Reply.JSON
                                        .createObjectNode()
                                        .put("game", LiveClient.id(game))
                                        .put(
                                                "sentences",
                                                "When a player joins\nThen that player is honoured")
                                        .toString())
                        .expect(200);
        assertThat(checked.path("accepted").asBoolean()).isTrue();
    }
}
