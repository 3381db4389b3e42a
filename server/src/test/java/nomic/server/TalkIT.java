package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What is said in games. */
@ExtendWith(SharedServer.class)
final class TalkIT {
    private static Reply says(Person person, String game, String text) {
        return person.post(game + "/messages", message(text).toString());
    }

    private static JsonNode message(String text) {
        return Reply.JSON.createObjectNode().put("text", text);
    }

    private static long said(Person person, String game, String text) {
        return says(person, game, text).expect(201).path("number").asLong();
    }

    private static List<String> texts(Reply messages) {
        return messages.expect(200).findValuesAsText("text");
    }

    private static String together(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        return game;
    }

    private static String hidden(Person master) {
        String body = "{\"name\": \"Behind a door\", \"visibility\": \"private\"}";
        return "/api/v1/games/"
                + master.post("/api/v1/games", body).expect(201).path("id").asText();
    }

    private static String reason(String reason) {
        return Reply.JSON.createObjectNode().put("reason", reason).toString();
    }

    private static String mute(Person person, String more) {
        return "{\"player\": \"%s\", \"reason\": \"Shouting.\"%s}".formatted(person.name(), more);
    }

    @Test
    void everybody_reads_what_players_say(Person ann, Person bob, Api anybody) {
        String game = together(ann, bob);

        JsonNode first = says(ann, game, "Hello <b>all</b> 🎲").expect(201);
        says(bob, game, "Hello").expect(201);

        assertThat(first.path("author").asText()).isEqualTo(ann.name());
        assertThat(first.path("removed").isNull()).isTrue();
        assertThat(texts(anybody.get(game + "/messages")))
                .containsExactly("Hello <b>all</b> 🎲", "Hello");
        String one = game + "/messages/" + first.path("number").asLong();
        assertThat(anybody.get(one).expect(200)).isEqualTo(first);
        anybody.get(game + "/messages/999").problem(404, "unknown-message");
        anybody.get(game + "/messages/x").problem(404, "unknown-message");
    }

    @Test
    void messages_are_read_in_pages_from_either_end(Person ann) {
        String game = ann.createsGame("suber");
        for (int i = 1; i <= 5; i++) {
            says(ann, game, "m" + i).expect(201);
        }
        String all = game + "/messages?limit=2";

        JsonNode page = ann.get(all).expect(200);
        assertThat(page.findValuesAsText("text")).containsExactly("m1", "m2");
        String last = page.path(1).path("number").asText();
        assertThat(texts(ann.get(all + "&since=" + last))).containsExactly("m3", "m4");
        JsonNode newest = ann.get(all + "&order=newest").expect(200);
        assertThat(newest.findValuesAsText("text")).containsExactly("m5", "m4");
        String before = newest.path(1).path("number").asText();
        assertThat(texts(ann.get(all + "&order=newest&before=" + before)))
                .containsExactly("m3", "m2");
        assertThat(texts(ann.get(game + "/messages?since=99"))).isEmpty();
        ann.get(game + "/messages?order=random").problem(400, "bad-parameter");
        ann.get(game + "/messages?limit=101").problem(400, "bad-parameter");
    }

    @Test
    void a_proposal_has_a_discussion_of_its_own(Person ann, Person bob) {
        String game = together(ann, bob);
        ann.starts(game).expect(200);
        ann.proposes(game, "A custom", "").expect(201);
        says(ann, game, "Fine day").expect(201);

        bob.post(game + "/messages", "{\"text\": \"Why?\", \"proposal\": 301}").expect(201);

        assertThat(texts(bob.get(game + "/messages?proposal=301"))).containsExactly("Why?");
        assertThat(texts(bob.get(game + "/messages?proposal=0"))).containsExactly("Fine day");
        bob.post(game + "/messages", "{\"text\": \"Why?\", \"proposal\": 302}")
                .problem(404, "unknown-proposal");
    }

    @Test
    void talk_is_no_part_of_the_game(Person ann) {
        String game = ann.createsGame("suber");
        JsonNode before = ann.get(game).expect(200);
        int commands = ann.get(game + "/commands").expect(200).size();

        says(ann, game, "Hello").expect(201);

        assertThat(ann.get(game).expect(200)).isEqualTo(before);
        assertThat(ann.get(game + "/commands").expect(200)).hasSize(commands);
    }

    @Test
    void what_is_sent_again_is_said_once(Person ann) {
        String game = ann.createsGame("suber");
        String path = game + "/messages";

        JsonNode first = ann.post(path, message("Once").toString(), "m-1").expect(201);
        JsonNode second = ann.post(path, message("Once").toString(), "m-1").expect(201);

        assertThat(second).isEqualTo(first);
        assertThat(texts(ann.get(path))).containsExactly("Once");
        ann.post(path, message("Twice").toString(), "m-1").problem(422, "command-id-reused");
        ann.post(path, message("Twice").toString(), "m 1").problem(400, "bad-idempotency-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \\n ", "a\\u0000b", "\\u001b[31mred", "\\ud83d", "\\u0085"})
    void what_is_no_plain_text_is_refused(String text, Person ann) {
        String game = ann.createsGame("suber");

        Reply reply = ann.post(game + "/messages", "{\"text\": \"" + text + "\"}");

        assertThat(reply.status()).isIn(400, 422);
        assertThat(texts(ann.get(game + "/messages"))).isEmpty();
    }

    @Test
    void a_message_has_two_thousand_characters_however_they_are_encoded(Person ann) {
        String game = ann.createsGame("suber");

        says(ann, game, "🎲".repeat(2000)).expect(201);

        says(ann, game, "🎲".repeat(2001)).problem(422, "bad-argument");
        assertThat(texts(ann.get(game + "/messages"))).containsExactly("🎲".repeat(2000));
    }

    @Test
    void spectators_write_in_public_games_whose_master_lets_them(
            Person ann, Person eve, Api anybody) {
        String game = ann.createsGame("suber");
        says(eve, game, "Hello").problem(403, "not-a-player");
        eve.post(game + "/talk", "{\"spectators\": true}").problem(403, "not-the-master");

        ann.post(game + "/talk", "{\"spectators\": true}").expect(200);

        says(eve, game, "Hello").expect(201);
        anybody.post(game + "/messages", message("Hello").toString())
                .problem(401, "not-authenticated");
        ann.post(game + "/door", "{\"visibility\": \"unlisted\"}").expect(200);
        says(eve, game, "Hello again").problem(403, "not-a-player");
        assertThat(anybody.get(game + "/talk").expect(200).path("last").asLong()).isEqualTo(1);
    }

    @Test
    void talk_in_a_private_game_is_not_there_for_others(Person ann, Person eve, Api anybody) {
        String game = hidden(ann);
        long number = said(ann, game, "A secret");

        for (String path : List.of("/talk", "/messages", "/messages/" + number)) {
            anybody.get(game + path).problem(404, "unknown-game");
            eve.get(game + path).problem(404, "unknown-game");
        }
        says(eve, game, "Let me in").problem(404, "unknown-game");
        eve.delete(game + "/messages/" + number).problem(404, "unknown-game");
        eve.post(game + "/messages/" + number + "/reports", reason("x"))
                .problem(404, "unknown-game");
        assertThat(texts(ann.get(game + "/messages"))).containsExactly("A secret");
    }

    @Test
    void who_has_left_a_private_game_can_still_delete(Person ann, Person bob) {
        String game = hidden(ann);
        ann.post(game + "/guests", "{\"player\": \"%s\"}".formatted(bob.name())).expect(200);
        bob.joins(game).expect(200);
        long number = said(bob, game, "My secret");
        bob.post(game + "/leave", "").expect(200);
        bob.get(game + "/messages").problem(404, "unknown-game");

        bob.delete(game + "/messages/" + number).expectNothing();

        assertThat(ann.get(game + "/messages").expect(200).at("/0/removed/by").asText())
                .isEqualTo("author");
    }

    @Test
    void authors_delete_what_they_have_said(Person ann, Person bob) {
        String game = together(ann, bob);
        String path = game + "/messages/" + said(bob, game, "Nonsense");

        ann.delete(path).problem(403, "not-the-author");
        bob.delete(path).expectNothing();
        bob.delete(path).expectNothing();

        JsonNode left = ann.get(path).expect(200);
        assertThat(left.path("text").isNull()).isTrue();
        assertThat(left.path("author").asText()).isEqualTo(bob.name());
        assertThat(left.at("/removed/by").asText()).isEqualTo("author");
        bob.delete(game + "/messages/77").problem(404, "unknown-message");
    }

    @Test
    void the_master_hides_messages_and_says_why(Person ann, Person bob, Api anybody) {
        String game = together(ann, bob);
        String path = game + "/messages/" + said(bob, game, "An insult");
        bob.post(path + "/hiding", reason("x")).problem(403, "not-the-master");
        ann.post(path + "/hiding", "{}").problem(422, "bad-argument");

        ann.post(path + "/hiding", reason("An insult.")).expect(200);

        JsonNode left = anybody.get(path).expect(200);
        assertThat(left.path("text").isNull()).isTrue();
        assertThat(left.path("removed").toString())
                .isEqualTo("{\"by\":\"master\",\"reason\":\"An insult.\"}");
        assertThat(anybody.get(game + "/messages").response().body())
                .doesNotContain("\"An insult\"");
        bob.delete(path + "/hiding").problem(403, "not-the-master");
        assertThat(ann.delete(path + "/hiding").expect(200).path("text").asText())
                .isEqualTo("An insult");
    }

    @Test
    void who_is_muted_reads_and_does_not_write(Person ann, Person bob) {
        String game = together(ann, bob);
        bob.post(game + "/mutes", mute(ann, "")).problem(403, "not-the-master");
        ann.post(game + "/mutes", mute(ann, "")).problem(422, "bad-argument");
        ann.post(game + "/mutes", "{\"player\": \"no-such-person\", \"reason\": \"x\"}")
                .problem(404, "unknown-account");

        ann.post(game + "/mutes", mute(bob, "")).expect(200);

        JsonNode problem = says(bob, game, "LOUD").problem(403, "muted");
        assertThat(problem.path("reason").asText()).isEqualTo("Shouting.");
        bob.get(game + "/messages").expect(200);
        assertThat(ann.get(game + "/mutes").expect(200).findValuesAsText("player"))
                .containsExactly(bob.name());
        ann.delete(game + "/mutes/" + bob.name().toUpperCase(java.util.Locale.ROOT))
                .expectNothing();
        says(bob, game, "quietly").expect(201);
        ann.post(game + "/mutes", mute(bob, ", \"minutes\": 10")).expect(200);
        assertThat(says(bob, game, "LOUD").problem(403, "muted").has("until")).isTrue();
    }

    @Test
    void a_report_reaches_the_master_without_the_name_of_who_made_it(Person ann, Person bob) {
        String game = together(ann, bob);
        long number = said(ann, game, "Rubbish");
        String path = game + "/messages/" + number;
        bob.get(game + "/reports").problem(403, "not-the-master");

        bob.post(path + "/reports", reason("Not true.")).expectNothing();
        bob.post(path + "/reports", reason("Again.")).expectNothing();

        Reply reports = ann.get(game + "/reports");
        JsonNode report = reports.expect(200).path(0);
        assertThat(reports.json()).hasSize(1);
        assertThat(report.path("text").asText()).isEqualTo("Rubbish");
        assertThat(report.path("reason").asText()).isEqualTo("Not true.");
        assertThat(reports.response().body()).doesNotContain("\"" + bob.name() + "\"");
        String dismiss = "/reports/" + report.path("number").asLong() + "/dismiss";
        bob.post(game + dismiss, "").problem(403, "not-the-master");
        bob.post(bob.createsGame("suber") + dismiss, "").problem(404, "unknown-report");
        ann.post(game + dismiss, "").expectNothing();
        assertThat(ann.get(game + "/reports").expect(200)).isEmpty();
        bob.get("/api/v1/admin/reports").problem(403, "insufficient-scope");
        bob.post("/api/v1/admin/reports/1/hiding", reason("x")).problem(403, "insufficient-scope");
    }

    @Test
    void subscribers_hear_what_is_said_and_changed(Person ann, Person bob, Api anybody) {
        String game = together(ann, bob);
        long head = ann.get(game).expect(200).path("head").asLong();
        said(ann, game, "Before");
        try (LiveClient now = LiveClient.connect(anybody);
                LiveClient all = LiveClient.connect(anybody)) {
            String subscribe =
                    "{\"type\": \"subscribe\", \"id\": \"s\", \"game\": \"%s\", \"since\": %d%s}";
            String id = LiveClient.id(game);
            now.send(subscribe.formatted(id, head, ""));
            assertThat(now.reply("s").path("ok").asBoolean()).isTrue();
            all.send(subscribe.formatted(id, head, ", \"talk\": 0"));

            String path = game + "/messages/" + said(bob, game, "Hello");
            ann.post(path + "/hiding", reason("Spam.")).expect(200);

            assertThat(now.next().at("/message/text").asText()).isEqualTo("Hello");
            JsonNode changed = now.next();
            assertThat(changed.path("type").asText()).isEqualTo("message");
            assertThat(changed.path("game").asText()).isEqualTo(id);
            assertThat(changed.at("/message/removed/reason").asText()).isEqualTo("Spam.");
            JsonNode first = all.next(frame -> frame.path("type").asText().equals("message"));
            assertThat(first.at("/message/text").asText()).isEqualTo("Before");
            JsonNode last =
                    all.next(frame -> frame.at("/message/removed/reason").asText().equals("Spam."));
            assertThat(anybody.get(game + "/messages?order=changed&since=1").expect(200).path(0))
                    .isEqualTo(last.path("message"));
        }
    }

    @Test
    void messages_belong_to_the_export_and_go_with_the_account(Person ann, Person bob) {
        String game = together(ann, bob);
        String path = game + "/messages/" + said(bob, game, "Remember me");
        bob.post(game + "/messages/" + said(ann, game, "Oh") + "/reports", reason("Why?"))
                .expectNothing();

        JsonNode export = bob.get("/api/v1/me/export").expect(200);
        assertThat(export.at("/messages/0/text").asText()).isEqualTo("Remember me");
        assertThat(export.at("/reports/0/reason").asText()).isEqualTo("Why?");
        bob.post("/api/v1/me/deletion", "{\"password\": \"secret of %s\"}".formatted(bob.name()))
                .expectNothing();

        JsonNode left = ann.get(path).expect(200);
        assertThat(left.path("text").isNull()).isTrue();
        assertThat(left.path("author").asText()).isEqualTo(bob.name());
        assertThat(ann.get(game + "/reports").expect(200)).isEmpty();
    }
}
