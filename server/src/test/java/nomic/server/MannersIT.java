package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.net.http.HttpRequest.BodyPublishers;

/** What HTTP asks of every server, whatever it serves. */
@ExtendWith(SharedServer.class)
final class MannersIT {
    @Test
    void what_a_client_has_already_is_not_sent_again(Api api, Person ann) {
        String game = ann.createsGame("suber");
        Reply first = api.get(game);
        String tag = first.header("ETag");

        Reply again = Api.send(api.request(game).header("If-None-Match", "\"x\", W/" + tag).GET());

        assertThat(tag).matches("\"[\\w-]{24}\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(api.method("HEAD", game).header("ETag")).isEqualTo(tag);
        ann.post(game + "/start", "{}").expect(200);
        Reply changed = Api.send(api.request(game).header("If-None-Match", tag).GET());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void answers_with_secrets_have_no_tag(Api api, Person ann) {
        Reply token =
                api.form(
                        "/api/v1/token",
                        "grant_type=password&username=%s&password=%s"
                                .formatted(
                                        Api.encoded(ann.name()),
                                        Api.encoded("secret of " + ann.name())));
        assertThat(token.header("ETag")).isEmpty();
        assertThat(token.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_wrong_method_is_told_the_right_ones(Api api) {
        Reply reply = api.method("PUT", "/api/v1/games");
        reply.problem(405, "method-not-allowed");
        assertThat(reply.header("Allow").split(", "))
                .containsExactlyInAnyOrder("GET", "POST", "HEAD", "OPTIONS");
        assertThat(api.method("OPTIONS", "/api/v1/games").header("Allow"))
                .isEqualTo(reply.header("Allow"));
    }

    @Test
    void head_has_the_headers_of_get_and_no_body(Api api) {
        Reply head = api.method("HEAD", "/api/v1/rulesets");
        Reply get = api.get("/api/v1/rulesets");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.response().body()).isEmpty();
        assertThat(head.header("Content-Length"))
                .isEqualTo(String.valueOf(get.response().body().getBytes(UTF_8).length));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
    }

    @Test
    void nothing_is_done_for_who_cannot_read_the_answer(Api api, Person ann) {
        String game = ann.createsGame("suber");
        long head = api.get(game).expect(200).path("head").asLong();

        Api.send(
                        api.request(game + "/start")
                                .header("Authorization", "Bearer " + ann.token())
                                .header("Accept", "image/png")
                                .POST(BodyPublishers.noBody()))
                .problem(406, "not-acceptable");

        assertThat(api.get(game).expect(200).path("head").asLong()).isEqualTo(head);
        assertThat(Api.send(api.request(game).header("Accept", "text/html, */*;q=0.1").GET()))
                .extracting(Reply::status)
                .isEqualTo(200);
    }

    @Test
    void a_body_of_another_type_is_415(Api api) {
        Api.send(
                        api.request("/api/v1/check")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}")))
                .problem(415, "unsupported-media-type");
    }

    @Test
    void nothing_is_done_by_who_has_not_seen_what_it_is_now(Api api, Person ann) {
        String game = ann.createsGame("empty");
        String door = game + "/door";
        String tag = api.get(door).header("ETag");

        Reply changed = conditional(ann, door, "{\"approval\": true}", tag);
        assertThat(changed.status()).isEqualTo(200);
        Reply late = conditional(ann, door, "{\"visibility\": \"private\"}", tag);
        late.problem(412, "precondition-failed");
        assertThat(ann.get(door).expect(200).path("visibility").asText()).isEqualTo("public");
        assertThat(conditional(ann, door, "{}", "\"x\", " + ann.get(door).header("ETag")).status())
                .isEqualTo(200);
        assertThat(conditional(ann, door, "{}", "*").status()).isEqualTo(200);
        conditional(ann, door, "{}", "W/" + ann.get(door).header("ETag"))
                .problem(412, "precondition-failed");
        conditional(ann, "/api/v1/check", "{}", "*").problem(412, "precondition-failed");
    }

    @Test
    void a_move_can_be_made_in_the_game_as_it_was_read_only(Api api, Person ann, Person bob) {
        String game = ann.createsGame("empty");
        bob.joins(game).expect(200);
        ann.starts(game).expect(200);
        String read = api.get(game).header("ETag");
        int number = bob.proposes(game, "A custom", "").expect(201).path("number").asInt();
        String proposal = game + "/proposals/" + number;
        String seen = api.get(proposal).header("ETag");

        conditional(ann, game + "/end-turn", "{}", read).problem(412, "precondition-failed");
        assertThat(conditional(bob, proposal + "/revisions", "{\"prose\": \"So.\"}", seen).status())
                .isEqualTo(200);
        conditional(bob, proposal + "/revisions", "{\"prose\": \"Or so.\"}", seen)
                .problem(412, "precondition-failed");
        assertThat(api.get(proposal).expect(200).path("prose").asText()).isEqualTo("So.");
    }

    @Test
    void who_may_not_read_learns_nothing_by_a_condition(Person ann, Person bob) {
        String game =
                ann.post("/api/v1/games", "{\"name\": \"Ours\", \"visibility\": \"private\"}")
                        .header("Location");
        conditional(bob, game + "/join", "{}", "*").problem(404, "unknown-game");
    }

    private static Reply conditional(Person person, String path, String body, String tags) {
        return Api.send(
                person.api()
                        .json(path, body)
                        .header("Authorization", "Bearer " + person.token())
                        .header("If-Match", tags));
    }

    @Test
    void each_route_has_its_own_media_types(Api api, Person ann) {
        String keys = "/.well-known/jwks.json";
        assertThat(accepting(api, keys, "application/jwk-set+json").header("Content-Type"))
                .isEqualTo("application/jwk-set+json");
        assertThat(accepting(api, keys, "application/json").header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(accepting(api, "/api/v1/games", "application/problem+json").status())
                .isEqualTo(200);
        accepting(api, "/api/v1/games", "text/html").problem(406, "not-acceptable");
        accepting(api, "/", "application/json").problem(406, "not-acceptable");
        accepting(api, ann.createsGame("empty") + "/stream", "application/json")
                .problem(406, "not-acceptable");
    }

    private static Reply accepting(Api api, String path, String types) {
        return Api.send(api.request(path).header("Accept", types).GET());
    }

    @Test
    void keys_have_a_tag_and_may_be_kept(Api api) {
        Reply keys = api.get("/.well-known/jwks.json");
        assertThat(keys.header("Cache-Control")).startsWith("public, max-age=");
        Reply again =
                Api.send(
                        api.request("/.well-known/jwks.json")
                                .header("If-None-Match", keys.header("ETag"))
                                .GET());
        assertThat(again.status()).isEqualTo(304);
    }
}
