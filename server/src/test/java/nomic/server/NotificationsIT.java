package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What people are told of their games. */
@ExtendWith(SharedServer.class)
final class NotificationsIT {
    private static final String PATH = "/api/v1/me/notifications";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The kinds of what somebody was told, as soon as there are so many. */
    private static List<String> kinds(Person person, int number) {
        return told(person, number).findValuesAsText("kind");
    }

    private static JsonNode told(Person person, int number) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode told = person.get(PATH).expect(200).path("notifications");
        while (told.size() < number && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
            told = person.get(PATH).expect(200).path("notifications");
        }
        return told;
    }

    private static String running(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        ann.starts(game).expect(200);
        return game;
    }

    private static void orders(Person master, String game, String order) {
        master.post(game + "/orders", "{\"order\": %s, \"reason\": \"x\"}".formatted(order))
                .expect(200);
    }

    @Test
    void players_are_told_what_waits_for_them_and_what_became_of_it(Person ann, Person bob) {
        String game = running(ann, bob);
        ann.proposes(game, "A custom", "").expect(201);
        ann.votes(game, 301, "for").expect(200);

        JsonNode vote = told(bob, 1).path(0);
        assertThat(vote.path("kind").asText()).isEqualTo("vote");
        assertThat(vote.path("proposal").asInt()).isEqualTo(301);
        assertThat(vote.path("game").asText()).isEqualTo(LiveClient.id(game));
        bob.votes(game, 301, "for").expect(200);

        assertThat(kinds(ann, 2)).containsExactly("turn", "adopted");
        assertThat(kinds(bob, 2)).containsExactly("vote", "turn");
        bob.proposes(game, "Another", "").expect(201);
        bob.votes(game, 302, "for").expect(200);
        ann.votes(game, 302, "against").expect(200);
        assertThat(kinds(ann, 4)).containsExactly("turn", "adopted", "vote", "turn");
        assertThat(kinds(bob, 3)).containsExactly("vote", "turn", "defeated");
    }

    @Test
    void what_is_read_stays_read(Person ann, Person bob) {
        String game = running(ann, bob);
        orders(ann, game, "\"pause\"");
        orders(ann, game, "\"resume\"");
        orders(ann, game, "\"end-game\"");
        assertThat(kinds(bob, 3)).containsExactly("paused", "resumed", "ended");
        assertThat(bob.get(PATH + "?since=1&limit=1").expect(200).findValuesAsText("kind"))
                .containsExactly("resumed");

        JsonNode read = bob.post(PATH + "/read", "{\"to\": 2}").expect(200);

        assertThat(read.toString()).isEqualTo("{\"unread\":1,\"read\":2,\"notifications\":[]}");
        bob.post(PATH + "/read", "{\"to\": 1}").expect(200);
        assertThat(bob.get(PATH).expect(200).path("unread").asInt()).isEqualTo(1);
        bob.post(PATH + "/read", "{\"to\": 9999999}").expect(200);
        assertThat(bob.get(PATH).expect(200).path("read").asInt()).isEqualTo(3);
        bob.post(PATH + "/read", "{\"to\": -1}").problem(422, "bad-argument");
        ann.api().get(PATH).problem(401, "not-authenticated");
    }

    @Test
    void guests_and_masters_are_told_at_the_door(Person ann, Person bob, Person cleo) {
        String body = "{\"name\": \"A game\", \"approval\": true}";
        String game =
                "/api/v1/games/" + ann.post("/api/v1/games", body).expect(201).path("id").asText();
        String invitation = "{\"player\": \"%s\"}".formatted(bob.name());
        ann.post(game + "/guests", invitation).expect(200);
        ann.post(game + "/guests", invitation).expect(200);
        cleo.joins(game).problem(409, "approval-needed");
        cleo.joins(game).problem(409, "approval-needed");

        assertThat(kinds(bob, 1)).containsExactly("invited");
        JsonNode asked = told(ann, 1);
        assertThat(asked).hasSize(1);
        assertThat(asked.path(0).path("kind").asText()).isEqualTo("let-in");
        assertThat(asked.path(0).path("player").asText()).isEqualTo(cleo.name());
    }

    @Test
    void who_is_named_in_talk_is_told_if_the_game_is_there_for_them(
            Person ann, Person bob, Person eve) {
        String body = "{\"name\": \"Hidden\", \"visibility\": \"private\", \"play\": true}";
        String game =
                "/api/v1/games/" + ann.post("/api/v1/games", body).expect(201).path("id").asText();
        ann.post(game + "/guests", "{\"player\": \"%s\"}".formatted(bob.name())).expect(200);
        bob.joins(game).expect(200);
        String text =
                "Ask @%s, @%s, @%s and @%s. Not mail@%s"
                        .formatted(bob.name(), eve.name(), ann.name(), bob.name(), bob.name());

        ann.post(game + "/messages", "{\"text\": \"%s\"}".formatted(text), "m").expect(201);
        ann.post(game + "/messages", "{\"text\": \"%s\"}".formatted(text), "m").expect(201);

        JsonNode told = told(bob, 2);
        assertThat(told.findValuesAsText("kind")).containsExactly("invited", "mentioned");
        assertThat(told.path(1).path("message").asInt()).isEqualTo(1);
        assertThat(told.path(1).path("player").asText()).isEqualTo(ann.name());
        assertThat(eve.get(PATH).expect(200).path("notifications")).isEmpty();
        assertThat(ann.get(PATH).expect(200).path("notifications")).isEmpty();
    }

    @Test
    void nobody_is_called_into_a_game_by_strangers(Person ann, Person eve) {
        String game = ann.createsGame("suber");
        ann.post(game + "/talk", "{\"spectators\": true}").expect(200);
        String text = "{\"text\": \"Come, @%s!\"}".formatted(eve.name());
        ann.post(game + "/messages", text).expect(201);
        eve.post(game + "/messages", "{\"text\": \"Hello\"}").expect(201);

        ann.post(game + "/messages", text).expect(201);

        JsonNode told = told(eve, 1);
        assertThat(told).hasSize(1);
        assertThat(told.path(0).path("message").asInt()).isEqualTo(3);
    }

    @Test
    void judges_and_who_is_removed_are_told(Person ann, Person bob) {
        String game = running(ann, bob);
        ann.post(game + "/cases", "{\"statement\": \"It is so.\"}").expect(201);
        JsonNode dispute = ann.get(game + "/cases/1").expect(200);
        assertThat(dispute.path("judge").asText()).isEqualTo(bob.name());

        JsonNode told = told(bob, 1).path(0);

        assertThat(told.path("kind").asText()).isEqualTo("judge");
        assertThat(told.path("caseNumber").asInt()).isEqualTo(1);
        orders(ann, game, "\"kick\", \"player\": \"%s\"".formatted(bob.name()));
        assertThat(kinds(bob, 2)).contains("removed");
    }

    @Test
    void a_connection_is_told_what_its_account_has_not_read(Person ann, Person bob, Api api) {
        String game = running(ann, bob);
        orders(ann, game, "\"pause\"");
        assertThat(kinds(bob, 1)).containsExactly("paused");
        try (LiveClient stranger = LiveClient.connect(api);
                LiveClient client = LiveClient.connect(bob)) {
            stranger.send("{\"type\": \"notifications\", \"id\": \"n\"}");
            assertThat(stranger.reply("n").at("/problem/type").asText())
                    .isEqualTo("/problems/not-authenticated");
            client.send("{\"type\": \"notifications\", \"id\": \"n\"}");
            assertThat(client.reply("n").path("ok").asBoolean()).isTrue();

            orders(ann, game, "\"resume\"");

            var kinds = new ArrayList<String>();
            for (int i = 0; i < 2; i++) {
                JsonNode frame = client.next();
                assertThat(frame.path("type").asText()).isEqualTo("notification");
                kinds.add(frame.at("/notification/kind").asText());
            }
            assertThat(kinds).containsExactly("paused", "resumed");
            bob.delete("/api/v1/me/sessions").expectNothing();
            orders(ann, game, "\"pause\"");
            assertThat(client.next().at("/problem/type").asText())
                    .isEqualTo("/problems/not-authenticated");
        }
    }
}
