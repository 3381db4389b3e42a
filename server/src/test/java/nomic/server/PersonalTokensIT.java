package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
final class PersonalTokensIT {
    private static JsonNode make(Person person, String scopes) {
        return person.post(
                        "/api/v1/me/tokens",
                        "{\"name\": \"my bot\", \"scopes\": [%s], \"days\": 7}".formatted(scopes))
                .expect(201);
    }

    private static Person with(Person person, JsonNode token) {
        return new Person(person.api(), person.name(), token.path("token").asText());
    }

    @Test
    void a_personal_token_is_shown_once(Person ann) {
        JsonNode made = make(ann, "\"game:play\", \"game:read\"");

        assertThat(made.path("token").asText()).startsWith("nomic_pat_").hasSize(53);
        assertThat(made.path("scopes"))
                .extracting(JsonNode::asText)
                .containsExactly("game:read", "game:play");
        JsonNode listed = ann.get("/api/v1/me/tokens").expect(200);
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).has("token")).isFalse();
        assertThat(listed.path(0).path("name").asText()).isEqualTo("my bot");
        assertThat(listed.path(0).path("used").isNull()).isTrue();
    }

    @Test
    void a_personal_token_is_good_for_its_scopes_only(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        Person player = with(bob, make(bob, "\"game:play\""));

        player.joins(game).expect(200);
        lacks(player.post("/api/v1/games", "{\"name\": \"x\"}"), "game:master");
        lacks(player.post(game + "/why-not", "{\"type\": \"end-turn\"}"), "game:read");
        lacks(player.post(game + "/preview", Person.proposal("x", "")), "game:read");
        lacks(player.starts(game), "game:master");
        Person reader = with(ann, make(ann, "\"game:read\""));
        lacks(reader.starts(game), "game:master");
        lacks(reader.proposes(game, "x", ""), "game:play");
        with(ann, make(ann, "\"game:master\"")).starts(game).expect(200);
    }

    private static void lacks(Reply reply, String scope) {
        JsonNode problem = reply.problem(403, "insufficient-scope");
        assertThat(problem.path("scope").asText()).isEqualTo(scope);
        assertThat(reply.header("WWW-Authenticate")).contains("insufficient_scope", scope);
    }

    @Test
    void a_personal_token_cannot_change_the_account(Person ann) {
        Person bot = with(ann, make(ann, "\"game:read\", \"game:play\", \"game:master\""));

        bot.get("/api/v1/me").expect(200);
        lacks(bot.get("/api/v1/me/tokens"), "account");
        lacks(bot.post("/api/v1/me/tokens", "{}"), "account");
        lacks(bot.get("/api/v1/me/sessions"), "account");
        lacks(bot.delete("/api/v1/me/sessions"), "account");
        lacks(bot.delete("/api/v1/me/sessions/current"), "account");
    }

    @Test
    void a_personal_token_ends_when_its_owner_or_its_holder_says_so(Person ann, Person bob) {
        JsonNode first = make(ann, "\"game:play\"");
        JsonNode second = make(ann, "\"game:play\"");
        String path = "/api/v1/me/tokens/" + first.path("id").asText();

        bob.delete(path).problem(404, "unknown-token");
        ann.delete(path).expectNothing();
        ann.delete(path).problem(404, "unknown-token");
        with(ann, first).get("/api/v1/me").problem(401, "not-authenticated");
        ann.api()
                .form("/api/v1/token/revoke", "token=" + second.path("token").asText())
                .expectNothing();
        with(ann, second).get("/api/v1/me").problem(401, "not-authenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \"x\"}",
                "{\"name\": \"x\", \"scopes\": []}",
                "{\"name\": \"x\", \"scopes\": [\"account\"]}",
                "{\"name\": \"x\", \"scopes\": [\"all\"]}",
                "{\"name\": \"x\", \"scopes\": [1]}",
                "{\"name\": \"x\", \"scopes\": \"game:play\"}",
                "{\"name\": \"x\", \"scopes\": [\"game:play\"], \"days\": 0}",
                "{\"name\": \"x\", \"scopes\": [\"game:play\"], \"days\": 367}"
            })
    void a_token_without_sense_is_not_made(String body, Person ann) {
        ann.post("/api/v1/me/tokens", body).problem(422, "bad-argument");
    }

    @Test
    void only_an_administrator_makes_a_token_with_the_scope_admin(Person ann) {
        lacks(ann.post("/api/v1/me/tokens", "{\"name\": \"x\", \"scopes\": [\"admin\"]}"), "admin");
    }

    @Test
    void a_bot_is_marked_wherever_it_is_shown(Api api, Person ann) {
        String name = "robot-" + ann.name();
        JsonNode made =
                api.post(
                                "/api/v1/accounts",
                                "{\"name\": \"%s\", \"password\": \"secret of %s\", \"bot\": true}"
                                        .formatted(name, name))
                        .expect(201);

        assertThat(made.path("bot").asBoolean()).isTrue();
        assertThat(api.get("/api/v1/accounts/" + name).expect(200)).isEqualTo(made);
        Person bot = api.login(name);
        assertThat(bot.get("/api/v1/me").expect(200).path("bot").asBoolean()).isTrue();
        assertThat(api.get("/api/v1/accounts/" + ann.name()).expect(200).path("bot").asBoolean())
                .isFalse();
        String game = ann.createsGame("suber");
        bot.joins(game).expect(200);
        JsonNode players = api.get(game).expect(200).path("players");
        assertThat(players.path(0).path("bot").asBoolean()).isFalse();
        assertThat(players.path(1).path("bot").asBoolean()).isTrue();
        api.get("/api/v1/accounts/nobody-here").problem(404, "unknown-account");
        api.get("/api/v1/accounts/a%20b").problem(404, "unknown-account");
    }
}
