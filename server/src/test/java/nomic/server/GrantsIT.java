package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
final class GrantsIT {
    private static JsonNode login(Person person, String more) {
        return person.api()
                .form(
                        "/api/v1/token",
                        "grant_type=password&username=%s&password=%s%s"
                                .formatted(
                                        person.name(),
                                        Api.encoded("secret of " + person.name()),
                                        more))
                .expect(200);
    }

    private static Reply refresh(Api api, JsonNode granted) {
        return api.form(
                "/api/v1/token",
                "grant_type=refresh_token&refresh_token=" + granted.path("refresh_token").asText());
    }

    private static Person with(Person person, JsonNode granted) {
        return new Person(person.api(), person.name(), granted.path("access_token").asText());
    }

    @Test
    void a_refresh_token_is_exchanged_for_the_next_one(Person ann, Api api) {
        JsonNode first = login(ann, "");
        Reply reply = refresh(api, first);

        JsonNode second = reply.expect(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(second.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(second.path("expires_in").asInt()).isEqualTo(900);
        assertThat(second.path("scope").asText())
                .isEqualTo("game:read game:play game:master account");
        assertThat(second.path("refresh_token").asText())
                .startsWith("nomic_rt_")
                .isNotEqualTo(first.path("refresh_token").asText());
        with(ann, first).get("/api/v1/me").expect(200);
        with(ann, second).get("/api/v1/me").expect(200);
    }

    @Test
    void a_refresh_token_that_comes_again_ends_the_log_in(Person ann, Api api) {
        JsonNode first = login(ann, "");
        JsonNode second = refresh(api, first).expect(200);

        JsonNode problem = refresh(api, first).problem(400, "invalid-grant");

        assertThat(problem.path("error").asText()).isEqualTo("invalid_grant");
        refresh(api, second).problem(400, "invalid-grant");
        with(ann, second).get("/api/v1/me").problem(401, "not-authenticated");
        ann.get("/api/v1/me").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=refresh_token",
                "grant_type=refresh_token&refresh_token=",
                "grant_type=refresh_token&refresh_token=nomic_rt_x",
                "grant_type=password&username=x&password=x&scope=everything",
            })
    void a_grant_without_sense_is_refused(String form, Api api) {
        assertThat(api.form("/api/v1/token", form).expect(400).path("error").asText())
                .isIn("invalid_request", "invalid_grant", "invalid_scope");
    }

    @Test
    void a_log_in_can_be_good_for_less(Person ann) {
        Person reader = with(ann, login(ann, "&scope=game:read"));

        JsonNode problem =
                reader.post("/api/v1/games", "{\"name\": \"x\"}")
                        .problem(403, "insufficient-scope");
        assertThat(problem.path("scope").asText()).isEqualTo("game:master");
        reader.get("/api/v1/me/sessions").problem(403, "insufficient-scope");
        reader.delete("/api/v1/me/sessions/current").expectNothing();
    }

    @Test
    void nobody_but_an_administrator_gets_the_scope_admin(Person ann, Api api) {
        Reply reply =
                api.form(
                        "/api/v1/token",
                        "grant_type=password&scope=admin&username=%s&password=%s"
                                .formatted(ann.name(), Api.encoded("secret of " + ann.name())));

        assertThat(reply.problem(400, "invalid-scope").path("error").asText())
                .isEqualTo("invalid_scope");
    }

    @Test
    void a_revoked_token_ends_its_log_in_and_no_other(Person ann, Api api) {
        JsonNode granted = login(ann, "");

        api.form("/api/v1/token/revoke", "token=" + granted.path("refresh_token").asText())
                .expectNothing();

        with(ann, granted).get("/api/v1/me").problem(401, "not-authenticated");
        refresh(api, granted).problem(400, "invalid-grant");
        ann.get("/api/v1/me").expect(200);
        api.form("/api/v1/token/revoke", "token=" + ann.token()).expectNothing();
        ann.get("/api/v1/me").problem(401, "not-authenticated");
        api.form("/api/v1/token/revoke", "token=whatever").expectNothing();
        api.form("/api/v1/token/revoke", "").problem(400, "malformed-request");
    }

    @Test
    void introspection_tells_of_ones_own_tokens_only(Person ann, Person bob, Api api) {
        JsonNode granted = login(ann, "&scope=game:play");

        JsonNode access = introspect(ann, granted.path("access_token").asText());
        assertThat(access.path("active").asBoolean()).isTrue();
        assertThat(access.path("username").asText()).isEqualTo(ann.name());
        assertThat(access.path("scope").asText()).isEqualTo("game:play");
        assertThat(access.path("exp").asLong() - access.path("iat").asLong()).isEqualTo(900);
        assertThat(access.path("aud").asText()).isEqualTo("nomic-api");
        assertThat(access.path("sub").asText())
                .isEqualTo(ann.get("/api/v1/me").expect(200).path("id").asText());
        JsonNode refresh = introspect(ann, granted.path("refresh_token").asText());
        assertThat(refresh.path("active").asBoolean()).isTrue();
        assertThat(refresh.path("token_type").asText()).isEqualTo("refresh_token");

        JsonNode none = Reply.json("{\"active\":false}");
        assertThat(introspect(bob, granted.path("access_token").asText())).isEqualTo(none);
        assertThat(introspect(bob, granted.path("refresh_token").asText())).isEqualTo(none);
        assertThat(introspect(ann, "whatever")).isEqualTo(none);
        refresh(api, granted).expect(200);
        assertThat(introspect(ann, granted.path("refresh_token").asText())).isEqualTo(none);
        api.form("/api/v1/token/introspect", "token=x").problem(401, "not-authenticated");
    }

    private static JsonNode introspect(Person person, String token) {
        return person.form("/api/v1/token/introspect", "token=" + token).expect(200);
    }

    @Test
    void the_keys_are_published_without_their_secrets(Api api) {
        Reply reply = api.get("/.well-known/jwks.json");

        JsonNode key = reply.expect(200).path("keys").path(0);
        assertThat(key.path("kty").asText()).isEqualTo("RSA");
        assertThat(key.path("alg").asText()).isEqualTo("RS256");
        assertThat(key.has("d") || key.has("p") || key.has("q")).isFalse();
    }

    @Test
    void log_ins_are_listed_and_ended_by_their_owner(Person ann, Person bob) {
        JsonNode other = login(ann, "");
        JsonNode sessions = ann.get("/api/v1/me/sessions").expect(200);

        assertThat(sessions).hasSize(2);
        assertThat(sessions.findValues("current")).extracting(JsonNode::asBoolean).contains(true);
        String id = "";
        for (JsonNode session : sessions) {
            assertThat(session.path("client").asText()).startsWith("Java-http-client");
            id = session.path("current").asBoolean() ? id : session.path("id").asText();
        }
        bob.delete("/api/v1/me/sessions/" + id).problem(404, "unknown-session");
        bob.delete("/api/v1/me/sessions/x").problem(404, "unknown-session");
        ann.delete("/api/v1/me/sessions/" + id).expectNothing();
        with(ann, other).get("/api/v1/me").problem(401, "not-authenticated");

        ann.delete("/api/v1/me/sessions/current").expectNothing();
        ann.get("/api/v1/me").problem(401, "not-authenticated");
        bob.delete("/api/v1/me/sessions").expectNothing();
        bob.get("/api/v1/me").problem(401, "not-authenticated");
    }
}
