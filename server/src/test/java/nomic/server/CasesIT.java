package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

/** Cases at a table without a law, where nobody forbids anybody to judge. */
@ExtendWith(SharedServer.class)
final class CasesIT {
    private static String lawless(Person... players) {
        String game = players[0].createsGame("empty");
        for (int i = 1; i < players.length; i++) {
            players[i].joins(game).expect(200);
        }
        players[0].starts(game).expect(200);
        return game;
    }

    private static Reply calls(Person player, String game, String statement) {
        return player.post(
                game + "/cases",
                Reply.JSON.createObjectNode().put("statement", statement).toString());
    }

    private static Reply judges(Person player, String game, int number, String judgment) {
        return player.post(game + "/cases/" + number + "/judgments", judgment);
    }

    private static String judgment(String answer, String reasons, String more) {
        return "{\"answer\": \"%s\", \"reasons\": \"%s\"%s}".formatted(answer, reasons, more);
    }

    private static List<Integer> numbers(Person person, String game, String query) {
        var numbers = new ArrayList<Integer>();
        person.get(game + "/cases?" + query)
                .expect(200)
                .forEach(dispute -> numbers.add(dispute.path("number").asInt()));
        return numbers;
    }

    @Test
    void a_call_for_judgment_opens_a_case_that_all_can_see(Person ann, Person bob) {
        String game = lawless(ann, bob);
        Reply reply = calls(ann, game, "A silent player agrees.");
        JsonNode dispute = reply.expect(201);

        assertThat(reply.header("Location")).isEqualTo(game + "/cases/1");
        assertThat(dispute.path("number").asInt()).isEqualTo(1);
        assertThat(dispute.path("caller").asText()).isEqualTo(ann.name());
        assertThat(dispute.path("status").asText()).isEqualTo("open");
        assertThat(dispute.path("rule").isNull()).isTrue();
        assertThat(dispute.path("judge").isNull()).isTrue();
        assertThat(dispute.path("answer").isNull()).isTrue();
        assertThat(dispute.at("/events/0/type").asText()).isEqualTo("JudgmentCalled");
        assertThat(dispute.at("/events/0/cause/move").asText()).isEqualTo("call-for-judgment");

        JsonNode alone = bob.api().get(game + "/cases/1").expect(200);
        assertThat(alone.path("statement").asText()).isEqualTo("A silent player agrees.");
        assertThat(alone.at("/history/0/seq")).isEqualTo(dispute.at("/events/0/seq"));
        assertThat(alone.has("events")).isFalse();
        assertThat(bob.get(game).expect(200).at("/cases/0/statement").asText())
                .isEqualTo("A silent player agrees.");
    }

    @Test
    void a_judgment_has_an_answer_with_reasons_and_remedies(Person ann, Person bob) {
        String game = lawless(ann, bob);
        calls(ann, game, "First.").expect(201);
        calls(ann, game, "Second.").expect(201);
        judges(bob, game, 1, "{\"answer\": true, \"reasons\": \"So it is.\"}").expect(200);
        String more =
                ", \"cites\": [1], \"remedies\": [{\"kind\": \"points\", \"subject\": \"%s\", \"amount\": -3}]"
                        .formatted(ann.name());
        JsonNode events =
                judges(bob, game, 2, judgment("FALSE", "It is not as in case 1.", more))
                        .expect(200)
                        .path("events");

        assertThat(events.at("/0/type").asText()).isEqualTo("Judged");
        assertThat(events.at("/0/answer").asText()).isEqualTo("false");
        JsonNode second = ann.get(game + "/cases/2").expect(200);
        assertThat(second.path("status").asText()).isEqualTo("judged");
        assertThat(second.path("answer").asText()).isEqualTo("false");
        assertThat(second.at("/judgments/0/judge").asText()).isEqualTo(bob.name());
        assertThat(second.at("/judgments/0/overruled").asBoolean()).isFalse();
        assertThat(second.at("/judgments/0/remedies/0/kind").asText()).isEqualTo("points");
        assertThat(second.at("/judgments/0/remedies/0/amount").asInt()).isEqualTo(-3);
        assertThat(second.path("history").findValuesAsText("type"))
                .contains("JudgmentCalled", "Judged");
        assertThat(ann.get(game + "/cases/1").expect(200).at("/citedBy/0").asInt()).isEqualTo(2);
        judges(ann, game, 2, judgment("true", "No.", "")).problem(409, "case-closed");
    }

    @Test
    void cases_are_searched_by_words_rule_player_status_and_answer(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        ann.post(game + "/cases", "{\"statement\": \"Too early.\"}").problem(409, "not-started");
        ann.starts(game).expect(200);
        ann.post(game + "/cases", "{\"statement\": \"Turns are long.\", \"rule\": 201}")
                .expect(201);
        String lawless = lawless(ann, bob);
        calls(ann, lawless, "A Vote may be secret.").expect(201);
        calls(bob, lawless, "A turn may be short.").expect(201);
        calls(bob, lawless, "A turn may be secret.").expect(201);
        judges(bob, lawless, 1, judgment("true", "Rulers of old were PLATONIC.", "")).expect(200);
        judges(ann, lawless, 2, judgment("paradox", "It is and is not.", "")).expect(200);

        assertThat(numbers(ann, game, "rule=201")).containsExactly(1);
        assertThat(numbers(ann, game, "rule=202")).isEmpty();
        assertThat(numbers(ann, lawless, "")).containsExactly(1, 2, 3);
        assertThat(numbers(ann, lawless, "q=SECRET")).containsExactly(1, 3);
        assertThat(numbers(ann, lawless, "q=secret%20platonic")).containsExactly(1);
        assertThat(numbers(ann, lawless, "player=" + ann.name())).containsExactly(1, 2);
        assertThat(numbers(ann, lawless, "status=open")).containsExactly(3);
        assertThat(numbers(ann, lawless, "answer=paradox")).containsExactly(2);
        assertThat(numbers(ann, lawless, "q=turn&answer=true")).isEmpty();
        assertThat(numbers(ann, lawless, "since=1&limit=1")).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({
        "rule=first",
        "rule=0",
        "status=lost",
        "answer=maybe",
        "since=-1",
        "limit=0",
        "limit=101"
    })
    void a_search_that_makes_no_sense_is_told_so(String query, Person ann) {
        String game = lawless(ann);
        String parameter = query.replaceFirst("=.*", "");
        JsonNode problem = ann.get(game + "/cases?" + query).problem(400, "bad-parameter");
        assertThat(problem.path("detail").asText()).contains("'" + parameter + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                          | 422 | bad-argument
                    {"statement": "  "}                         | 422 | bad-argument
                    {"statement": 7}                            | 422 | bad-argument
                    {"statement": "two\\nlines"}                | 422 | bad-argument
                    {"statement": "turned \\u202e round"}       | 422 | bad-argument
                    {"statement": "a \\u0007 bell"}             | 400 | malformed-json
                    {"statement": "Of a rule.", "rule": "201"}  | 422 | bad-argument
                    {"statement": "Of a rule.", "rule": -1}     | 422 | bad-argument
                    {"statement": "Of a rule.", "rule": 999}    | 404 | unknown-rule
                    """)
    void a_statement_that_is_none_opens_no_case(String body, int status, String type, Person ann) {
        String game = lawless(ann);
        ann.post(game + "/cases", body).problem(status, type);
        assertThat(ann.get(game + "/cases").expect(200)).isEmpty();
    }

    @Test
    void a_statement_has_at_most_500_characters(Person ann) {
        String game = lawless(ann);
        calls(ann, game, "x".repeat(501)).problem(422, "bad-argument");
        calls(ann, game, "x".repeat(500)).expect(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"reasons": "Because."}                                                   | answer
                    {"answer": "perhaps", "reasons": "Because."}                              | answer
                    {"answer": "true"}                                                        | reasons
                    {"answer": "true", "reasons": " "}                                        | reasons
                    {"answer": "true", "reasons": "So.", "cites": 1}                          | cites
                    {"answer": "true", "reasons": "So.", "cites": ["1"]}                      | cites
                    {"answer": "true", "reasons": "So.", "cites": [1]}                        | case 1
                    {"answer": "true", "reasons": "So.", "cites": [9]}                        | case 9
                    {"answer": "true", "reasons": "So.", "remedies": {}}                      | remedies
                    {"answer": "true", "reasons": "So.", "remedies": [1]}                     | remedies
                    {"answer": "true", "reasons": "So.", "remedies": [{}]}                    | remedies[0].kind
                    {"answer": "true", "reasons": "So.", "remedies": [{"kind": "exile"}]}     | remedies[0].kind
                    {"answer": "true", "reasons": "So.", "remedies": [{"kind": "points"}]}    | remedies[0].subject
                    {"answer": "true", "reasons": "So.", "remedies": [{"kind": "points", "subject": "nobody", "amount": 1}]} | nobody
                    {"answer": "true", "reasons": "So.", "remedies": [{"kind": "points", "subject": "nobody", "amount": 1.5}]} | remedies[0].amount
                    {"answer": "true", "reasons": "So.", "remedies": [{"kind": "points", "subject": "nobody", "amount": -9223372036854775808}]} | remedies[0].amount
                    {"answer": "true", "reasons": "So.", "remedies": [{"kind": "defeat", "subject": 301}]}  | 301
                    {"answer": "true", "reasons": "So.", "remedies": [{"kind": "suspend", "subject": 101}]} | 101
                    """)
    void a_judgment_that_is_none_changes_nothing(String body, String named, Person ann) {
        String game = lawless(ann);
        calls(ann, game, "It is so.").expect(201);
        JsonNode problem = judges(ann, game, 1, body).problem(422, "bad-argument");

        assertThat(problem.path("detail").asText()).contains(named);
        assertThat(ann.get(game + "/cases/1").expect(200).path("judgments")).isEmpty();
    }

    @Test
    void a_case_that_is_not_there_is_unknown(Person ann, Person bob) {
        String game = lawless(ann);
        ann.get(game + "/cases/1").problem(404, "unknown-case");
        ann.get(game + "/cases/first").problem(404, "unknown-case");
        judges(ann, game, 1, judgment("true", "So.", "")).problem(404, "unknown-case");
        judges(ann, game, 999_999_999, judgment("true", "So.", "")).problem(404, "unknown-case");
        calls(ann, game, "It is so.").expect(201);
        judges(bob, game, 1, judgment("true", "So.", "")).problem(403, "not-a-player");
        calls(bob, game, "It is so.").problem(403, "not-a-player");
    }

    @Test
    void a_dispute_goes_over_the_socket_as_well(Person ann, Person bob) {
        String game = lawless(ann, bob);
        try (LiveClient client = LiveClient.connect(ann)) {
            client.subscribe(game, 0);
            client.send(frame("call-for-judgment", "c-1", game, "\"statement\": \"It is so.\""));
            JsonNode called = client.reply("c-1");
            assertThat(called.path("caseNumber").asInt()).isEqualTo(1);
            client.send(
                    frame(
                            "judge",
                            "j-1",
                            game,
                            "\"caseNumber\": 1, \"answer\": \"undecidable\", \"reasons\": \"Who"
                                    + " knows.\""));
            assertThat(client.event("Judged").path("answer").asText()).isEqualTo("undecidable");
            client.send(frame("judge", "j-2", game, "\"caseNumber\": 2, \"answer\": \"true\""));
            assertThat(client.reply("j-2").at("/problem/type").asText())
                    .isEqualTo("/problems/bad-argument");
            client.send(frame("claim-dead-end", "d-1", game, "\"x\": 1"));
            JsonNode refused = client.reply("d-1");
            assertThat(refused.at("/problem/type").asText()).isEqualTo("/problems/not-a-dead-end");
            assertThat(refused.at("/problem/detail").asText()).contains("can still");
        }
    }

    private static String frame(String type, String id, String game, String members) {
        return "{\"type\": \"%s\", \"id\": \"%s\", \"game\": \"%s\", %s}"
                .formatted(type, id, LiveClient.id(game), members);
    }

    @Test
    void a_game_that_can_go_on_is_at_no_dead_end(Person ann) {
        String game = lawless(ann);
        JsonNode problem = ann.post(game + "/claim-dead-end", "").problem(409, "not-a-dead-end");

        assertThat(problem.path("detail").asText()).contains(ann.name() + " can still");
        assertThat(ann.get(game).expect(200).path("deadEnd").isNull()).isTrue();
    }
}
