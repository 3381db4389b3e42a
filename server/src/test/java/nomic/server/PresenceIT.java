package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;

@ExtendWith(SharedServer.class)
final class PresenceIT {
    private static String told(JsonNode presence) {
        var players = new ArrayList<String>();
        presence.path("players").forEach(player -> players.add(player.asText()));
        return players + " and " + presence.path("others").asInt();
    }

    private static LiveClient watches(LiveClient client, String game, boolean told) {
        client.send(
                "{\"type\": \"subscribe\", \"id\": \"w\", \"game\": \"%s\", \"presence\": %s}"
                        .formatted(LiveClient.id(game), told));
        assertThat(client.reply("w").path("ok").asBoolean()).isTrue();
        return client;
    }

    /** Waits until a client is told who is there. */
    private static void awaits(LiveClient client, String presence) {
        client.next(f -> f.path("type").asText().equals("presence") && told(f).equals(presence));
    }

    @Test
    void who_watches_is_told_at_once_and_when_it_changes(Person ann, Person bob, Api api) {
        String game = ann.createsGame("empty");
        bob.joins(game).expect(200);
        try (LiveClient first = watches(LiveClient.connect(ann), game, true)) {
            awaits(first, List.of(ann.name()) + " and 0");
            LiveClient second = watches(LiveClient.connect(bob), game, false);
            LiveClient again = watches(LiveClient.connect(bob), game, false);
            LiveClient stranger = watches(LiveClient.connect(api), game, false);

            awaits(first, List.of(ann.name(), bob.name()).stream().sorted().toList() + " and 1");
            assertThat(told(api.get(game + "/presence").expect(200)))
                    .isEqualTo(
                            List.of(ann.name(), bob.name()).stream().sorted().toList() + " and 1");
            second.close();
            stranger.close();
            awaits(first, List.of(ann.name(), bob.name()).stream().sorted().toList() + " and 0");
            again.close();
            awaits(first, List.of(ann.name()) + " and 0");
        }
    }

    @Test
    void who_logs_in_later_is_told_by_name(Person ann, Person bob, Api api) {
        String game = ann.createsGame("empty");
        try (LiveClient client = watches(LiveClient.connect(api), game, true)) {
            awaits(client, "[] and 1");
            client.send("{\"type\": \"authenticate\", \"token\": \"%s\"}".formatted(ann.token()));
            awaits(client, List.of(ann.name()) + " and 0");
            client.send("{\"type\": \"authenticate\", \"token\": \"%s\"}".formatted(bob.token()));
            awaits(client, "[] and 1");
            client.send(
                    "{\"type\": \"unsubscribe\", \"id\": \"u\", \"game\": \"%s\"}"
                            .formatted(LiveClient.id(game)));
            client.reply("u");

            assertThat(told(api.get(game + "/presence").expect(200))).isEqualTo("[] and 0");
        }
    }

    @Test
    void who_watches_a_private_game_is_for_those_who_see_it(Person ann, Person bob, Api api) {
        String game =
                ann.post("/api/v1/games", "{\"name\": \"Ours\", \"visibility\": \"private\"}")
                        .header("Location");

        api.get(game + "/presence").problem(404, "unknown-game");
        bob.get(game + "/presence").problem(404, "unknown-game");
        assertThat(told(ann.get(game + "/presence").expect(200))).isEqualTo("[] and 0");
    }

    @Test
    void many_who_come_are_told_of_together(Person ann, Api api) {
        String game = ann.createsGame("empty");
        var crowd = new ArrayList<LiveClient>();
        try (LiveClient first = watches(LiveClient.connect(ann), game, true)) {
            awaits(first, List.of(ann.name()) + " and 0");
            LiveClient many = LiveClient.connect(api);
            crowd.add(many);
            for (int i = 0; i < 200; i++) {
                watches(many, game, false);
            }
            for (int i = 0; i < 30; i++) {
                crowd.add(watches(LiveClient.connect(api), game, false));
            }
            int frames = 0;
            JsonNode last;
            do {
                last = first.next(f -> f.path("type").asText().equals("presence"));
                frames++;
            } while (last.path("others").asInt() < 31);

            assertThat(frames).isLessThan(100);
        } finally {
            crowd.forEach(LiveClient::close);
        }
    }
}
