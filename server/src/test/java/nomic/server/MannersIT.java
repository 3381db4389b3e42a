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
}
