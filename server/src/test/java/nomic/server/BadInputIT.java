package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

/** Every kind of bad input gets a clear error, and changes nothing. */
@ExtendWith(SharedServer.class)
final class BadInputIT {
    private static String running(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        ann.starts(game).expect(200);
        return game;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "null",
                "\"x\"",
                "{\"name\": }",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "{\"name\": \"\\ud800\"}",
                "{\"name\": \"\\u0000\"}"
            })
    void malformed_json_is_400(String body, Person ann) {
        ann.post("/api/v1/games", body).problem(400, "malformed-json");
    }

    @Test
    void deeply_nested_json_is_400(Person ann) {
        ann.post("/api/v1/games", "{\"a\":" + "[".repeat(50_000)).problem(400, "malformed-json");
    }

    @RepeatedTest(5)
    void a_body_of_megabytes_is_413_and_the_connection_lives_on(Person ann) {
        ann.post("/api/v1/games", "{\"name\": \"" + "x".repeat(2 << 20) + "\"}")
                .problem(413, "body-too-large");
        ann.get("/api/v1/games").expect(200);
    }

    @Test
    void a_body_one_byte_over_the_limit_is_413_and_one_at_it_is_read(Person ann) {
        String most = "{\"name\": \"\"}" + " ".repeat(256 * 1024 - 12);

        ann.post("/api/v1/games", most + " ").problem(413, "body-too-large");
        ann.post("/api/v1/games", most).problem(422, "bad-argument");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "garbage", ""})
    void a_body_of_another_type_is_415(String type, Api api) {
        Api.send(
                        api.request("/api/v1/accounts")
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString("<a/>")))
                .problem(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \" \"}",
                "{\"name\": 7}",
                "{\"name\": \"x\", \"play\": \"yes\"}",
                "{\"name\": \"x\", \"ruleset\": 5}"
            })
    void a_missing_or_mistyped_member_is_422(String body, Person ann) {
        JsonNode problem = ann.post("/api/v1/games", body).problem(422, "bad-argument");

        assertThat(problem.path("detail").asText()).contains("Member '");
    }

    @Test
    void an_unknown_ruleset_is_422_and_names_the_known(Person ann) {
        JsonNode problem =
                ann.post("/api/v1/games", "{\"name\": \"x\", \"ruleset\": \"chess\"}")
                        .problem(422, "unknown-ruleset");

        assertThat(problem.path("detail").asText()).contains("chess", "suber");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, unknown-path",
        "GET, /api/v1/games/x, unknown-game",
        "GET, /api/v1/games/1-1-1-1-1, unknown-game",
        "GET, /api/v1/games/00000000-0000-0000-0000-000000000000, unknown-game",
        "GET, /api/v1/games/00000000-0000-0000-0000-000000000000/events, unknown-game",
        "GET, /api/v1/games/00000000-0000-0000-0000-000000000000/rules/101, unknown-game",
    })
    void what_there_is_not_is_404(String method, String path, String type, Api api) {
        api.method(method, path).problem(404, type);
    }

    @Test
    void a_move_in_an_unknown_game_is_404_and_makes_no_game(Person ann) {
        String game = "/api/v1/games/" + UUID.randomUUID();

        ann.joins(game).problem(404, "unknown-game");
        ann.get(game).problem(404, "unknown-game");
    }

    @Test
    void an_unknown_rule_or_proposal_is_404(Person ann, Person bob) {
        String game = running(ann, bob);

        ann.get(game + "/rules/999").problem(404, "unknown-rule");
        ann.get(game + "/rules/two").problem(404, "unknown-rule");
        ann.get(game + "/proposals/301").problem(404, "unknown-proposal");
        ann.get(game + "/proposals/99999999999").problem(404, "unknown-proposal");
        ann.votes(game, 301, "for").problem(404, "unknown-proposal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=x", "since=-1", "since=1e3"})
    void a_parameter_out_of_range_is_400(String query, Person ann) {
        String game = ann.createsGame("empty");

        ann.get(game + "/events?" + query).problem(400, "bad-parameter");
    }

    @Test
    void a_command_id_that_is_too_long_is_400(Person ann) {
        ann.post("/api/v1/games", "{\"name\": \"x\"}", "x".repeat(101))
                .problem(400, "bad-idempotency-key");
    }

    @Test
    void nobody_acts_without_a_token(Person ann, Api api) {
        String game = ann.createsGame("suber");

        api.post("/api/v1/games", "{\"name\": \"x\"}").problem(401, "not-authenticated");
        api.post(game + "/join", "").problem(401, "not-authenticated");
        assertThat(api.get(game).expect(200).path("players")).hasSize(1);
    }

    @Test
    void a_stranger_cannot_move(Person ann, Person bob, Person eve) {
        String game = running(ann, bob);

        eve.proposes(game, "Mine", "").problem(403, "not-a-player");
        eve.votes(game, 301, "for").problem(403, "not-a-player");
        eve.post(game + "/end-turn", "").problem(403, "not-a-player");
    }

    @Test
    void nobody_joins_twice(Person ann, Person bob) {
        String game = running(ann, bob);

        bob.joins(game).problem(409, "already-joined");
        assertThat(ann.get(game).expect(200).path("players")).hasSize(2);
    }

    @Test
    void only_the_master_starts_and_only_once(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);

        bob.starts(game).problem(403, "not-the-master");
        bob.proposes(game, "Early", "").problem(409, "not-started");
        ann.starts(game).expect(200);
        ann.starts(game).problem(409, "already-started");
    }

    @Test
    void a_move_out_of_turn_is_forbidden_by_rule_202(Person ann, Person bob) {
        String game = running(ann, bob);

        JsonNode problem = bob.proposes(game, "Not yet", "").problem(409, "forbidden-by-rule");

        assertThat(problem.path("rule").asInt()).isEqualTo(202);
        assertThat(problem.path("revision").asInt()).isEqualTo(1);
        assertThat(problem.path("name").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).contains(ann.name());
    }

    @Test
    void a_double_vote_is_forbidden_by_rule_207(Person ann, Person bob) {
        String game = running(ann, bob);
        ann.proposes(game, "Something", "").expect(201);
        ann.votes(game, 301, "for").expect(200);

        JsonNode problem = ann.votes(game, 301, "against").problem(409, "forbidden-by-rule");

        assertThat(problem.path("rule").asInt()).isEqualTo(207);
        assertThat(ann.get(game + "/proposals/301").expect(200).path("ballots")).hasSize(1);
    }

    @Test
    void a_ballot_has_no_effect_on_the_proposal_of_another_game(Person ann, Person bob) {
        String one = running(ann, bob);
        String other = running(ann, bob);
        ann.proposes(one, "Only here", "").expect(201);

        ann.votes(other, 301, "for").problem(404, "unknown-proposal");
        assertThat(ann.get(one + "/proposals/301").expect(200).path("ballots")).isEmpty();
    }

    @Test
    void a_ballot_without_sense_is_422(Person ann, Person bob) {
        String game = running(ann, bob);
        ann.proposes(game, "Something", "").expect(201);

        JsonNode problem = ann.votes(game, 301, "perhaps").problem(422, "bad-argument");
        assertThat(problem.path("detail").asText()).contains("for, against, abstain", "perhaps");
    }

    @Test
    void a_ballot_for_another_text_is_409(Person ann, Person bob) {
        String game = running(ann, bob);
        ann.proposes(game, "Something", "").expect(201);

        ann.post(game + "/proposals/301/ballots", "{\"choice\": \"for\", \"hash\": \"0123\"}")
                .problem(409, "text-changed");
    }

    @Test
    void code_that_does_not_compile_is_422_with_diagnostics(Person ann, Person bob) {
        String game = running(ann, bob);

        JsonNode problem =
                ann.proposes(game, "Broken", Codes.MISSPELT).problem(422, "code-does-not-check");

        assertThat(problem.at("/diagnostics/0/message").asText()).contains("Bllot");
        assertThat(problem.at("/diagnostics/0/severity").asText()).isEqualTo("error");
        assertThat(ann.get(game + "/proposals").expect(200)).isEmpty();
    }

    @Test
    void nothing_can_be_done_in_a_finished_game(Person ann, Person bob) {
        String game = running(ann, bob);
        ann.proposes(game, "A fortune", Codes.FORTUNE).expect(201);
        ann.votes(game, 301, "for").expect(200);
        bob.votes(game, 301, "for").expect(200);

        JsonNode over = ann.get(game).expect(200);
        assertThat(over.path("status").asText()).isEqualTo("finished");
        assertThat(over.path("winner").asText()).isEqualTo(ann.name());
        bob.proposes(game, "Too late", "").problem(409, "game-over");
        bob.votes(game, 301, "for").problem(409, "game-over");
    }
}
