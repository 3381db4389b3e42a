package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;

@ExtendWith(SharedServer.class)
final class LiveIT {
    private static String running(Person... players) {
        String game = players[0].createsGame("suber");
        for (int i = 1; i < players.length; i++) {
            players[i].joins(game).expect(200);
        }
        players[0].starts(game).expect(200);
        return game;
    }

    private static String frame(String type, String id, String game, String members) {
        return "{\"type\": \"%s\", \"id\": \"%s\", \"game\": \"%s\"%s}"
                .formatted(type, id, LiveClient.id(game), members);
    }

    @Test
    void a_spectator_receives_every_event_once_and_in_order(Person ann, Person bob, Api api) {
        String game = running(ann, bob);
        try (LiveClient eve = LiveClient.connect(api)) {
            eve.subscribe(game, 0);
            ann.proposes(game, "Something", "").expect(201);
            ann.votes(game, 301, "for").expect(200);
            bob.votes(game, 301, "against").expect(200);

            JsonNode log = ann.get(game + "/events").expect(200);
            List<JsonNode> seen = new ArrayList<>();
            for (int i = 0; i < log.size(); i++) {
                JsonNode frame = eve.next();
                assertThat(frame.path("game").asText()).isEqualTo(LiveClient.id(game));
                seen.add(frame.path("event"));
            }
            assertThat(seen).containsExactlyElementsOf(log);
        }
    }

    @Test
    void a_subscription_begins_after_a_sequence_number(Person ann, Person bob, Api api) {
        String game = running(ann, bob);
        long head = ann.get(game).expect(200).path("head").asLong();
        try (LiveClient eve = LiveClient.connect(api)) {
            eve.subscribe(game, head);
            ann.proposes(game, "Something", "").expect(201);

            JsonNode event = eve.next().path("event");

            assertThat(event.path("seq").asLong()).isEqualTo(head + 1);
            assertThat(event.path("type").asText()).isEqualTo("ProposalMade");
        }
    }

    @Test
    void a_whole_turn_is_played_over_the_socket(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        try (LiveClient first = LiveClient.connect(ann);
                LiveClient second = LiveClient.connect(bob)) {
            second.subscribe(game, 0);
            second.send(frame("join", "j", game, ""));
            assertThat(second.reply("j").path("ok").asBoolean()).isTrue();
            first.send(frame("start", "s", game, ""));
            assertThat(first.reply("s").path("ok").asBoolean()).isTrue();

            first.send(
                    frame(
                            "propose",
                            "p",
                            game,
                            ", \"kind\": \"enact\", \"title\": \"A custom\", \"prose\": \"So.\""));
            JsonNode proposed = first.reply("p");
            assertThat(proposed.path("proposal").asInt()).isEqualTo(301);
            assertThat(proposed.at("/events/0/type").asText()).isEqualTo("ProposalMade");
            first.send(frame("vote", "v", game, ", \"proposal\": 301, \"choice\": \"for\""));
            assertThat(first.reply("v").path("ok").asBoolean()).isTrue();
            second.send(frame("vote", "v", game, ", \"proposal\": 301, \"choice\": \"for\""));

            assertThat(second.event("VoteSettled").path("adopted").asBoolean()).isTrue();
            assertThat(second.event("TurnStarted").path("player").asText()).isEqualTo(bob.name());
            second.send(frame("end-turn", "e", game, ""));
            assertThat(second.reply("e").has("ok")).isTrue();
        }
    }

    @Test
    void a_refused_move_is_answered_under_its_id(Person ann, Person bob) {
        String game = running(ann, bob);
        try (LiveClient client = LiveClient.connect(bob)) {
            client.send(frame("propose", "7", game, ", \"kind\": \"enact\", \"title\": \"Mine\""));

            JsonNode reply = client.reply("7");

            assertThat(reply.path("ok").asBoolean(true)).isFalse();
            assertThat(reply.at("/problem/type").asText()).isEqualTo("/problems/forbidden-by-rule");
            assertThat(reply.at("/problem/rule").asInt()).isEqualTo(202);
        }
    }

    @Test
    void a_move_that_is_sent_twice_is_made_once_on_either_way(Person ann, Person bob) {
        String game = running(ann, bob);
        String body = Person.proposal("Once", "");
        try (LiveClient client = LiveClient.connect(ann)) {
            client.send(
                    frame("propose", "once", game, ", " + body.substring(1, body.length() - 1)));
            JsonNode first = client.reply("once");
            JsonNode second = ann.post(game + "/proposals", body, "once").expect(201);

            assertThat(second.path("events")).isEqualTo(first.path("events"));
            assertThat(ann.get(game + "/proposals").expect(200)).hasSize(1);
        }
    }

    @Test
    void nobody_acts_before_authentication(Person ann, Person bob) {
        String game = running(ann, bob);
        try (LiveClient client = LiveClient.connect(ann.api())) {
            client.send(frame("end-turn", "1", game, ""));
            assertThat(client.reply("1").at("/problem/type").asText())
                    .isEqualTo("/problems/not-authenticated");

            client.send("{\"type\": \"authenticate\", \"token\": \"a.b.c\"}");
            assertThat(client.next().at("/problem/type").asText())
                    .isEqualTo("/problems/not-authenticated");
        }
    }

    @Test
    void a_token_may_come_as_subprotocol(Person ann, Person bob) {
        String game = running(ann, bob);
        try (LiveClient client =
                LiveClient.connect(ann.api(), "nomic.v1", "bearer." + ann.token())) {
            assertThat(client.socket().getSubprotocol()).isEqualTo("nomic.v1");
            client.send(frame("propose", "1", game, ", \"kind\": \"enact\", \"title\": \"x\""));
            assertThat(client.reply("1").path("ok").asBoolean()).isTrue();
        }
    }

    @Test
    void a_wrong_token_as_subprotocol_opens_no_socket(Api api) {
        assertThatThrownBy(() -> LiveClient.connect(api, "nomic.v1", "bearer.x.y.z"))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    void a_plain_request_is_told_to_upgrade(Api api) {
        Reply reply = api.get("/ws");

        reply.problem(426, "upgrade-required");
        assertThat(reply.header("Upgrade")).isEqualTo("websocket");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | malformed-json",
                "[] | malformed-json",
                "{} | bad-argument",
                "{\"type\": \"dance\"} | bad-argument",
                "{\"type\": 7} | bad-argument",
                "{\"type\": \"subscribe\", \"game\": \"x\"} | unknown-game",
                "{\"type\": \"subscribe\", \"game\": \"00000000-0000-0000-0000-000000000000\"}"
                        + "| unknown-game",
                "{\"type\": \"subscribe\", \"game\": \"x\", \"since\": -1} | unknown-game",
                "{\"type\": \"end-turn\", \"game\": \"x\"} | bad-argument",
            })
    void a_malformed_frame_is_answered_and_the_socket_lives_on(
            String frame, String type, Person ann) {
        try (LiveClient client = LiveClient.connect(ann)) {
            client.send(frame);
            JsonNode error = client.next();
            assertThat(error.path("type").asText()).isEqualTo("error");
            assertThat(error.at("/problem/type").asText()).isEqualTo("/problems/" + type);

            client.subscribe(ann.createsGame("empty"), 0);
            assertThat(client.event("GameCreated").path("master").asText()).isEqualTo(ann.name());
        }
    }

    @Test
    void a_malformed_move_is_answered_under_its_id(Person ann) {
        try (LiveClient client = LiveClient.connect(ann)) {
            client.send("{\"type\": \"vote\", \"id\": \"9\", \"choice\": \"maybe\"}");

            assertThat(client.reply("9").at("/problem/type").asText())
                    .isEqualTo("/problems/bad-argument");
        }
    }

    @Test
    void frames_in_fragments_are_put_together(Person ann) {
        String game = ann.createsGame("empty");
        try (LiveClient client = LiveClient.connect(ann.api())) {
            client.socket().sendText("{\"type\": \"subscribe\", ", false).join();
            client.socket().sendText("\"game\": \"" + LiveClient.id(game), false).join();
            client.socket().sendText("\"}", true).join();
            assertThat(client.event("GameCreated").path("name").asText()).isEqualTo("A game");
        }
    }

    @Test
    void a_frame_that_is_too_long_ends_the_connection(Person ann) {
        try (LiveClient client = LiveClient.connect(ann)) {
            for (int i = 0; i < 3; i++) {
                client.socket().sendText("x".repeat(100_000), i == 2).join();
            }

            assertThat(client.closed().join()).isEqualTo(1009);
        }
    }

    @Test
    void what_has_not_happened_cannot_have_been_seen(Person ann) {
        String game = ann.createsGame("empty");
        long head = ann.get(game).expect(200).path("head").asLong();
        try (LiveClient client = LiveClient.connect(ann.api())) {
            client.send(frame("subscribe", "s", game, ", \"since\": " + (head + 1)));

            JsonNode problem = client.reply("s").path("problem");

            assertThat(problem.path("type").asText()).isEqualTo("/problems/bad-argument");
            assertThat(problem.path("head").asLong()).isEqualTo(head);
        }
    }

    @Test
    void whoever_asks_is_sent_the_game_and_then_what_comes_after_it(Person ann, Person bob) {
        String game = running(ann, bob);
        JsonNode view = ann.get(game).expect(200);
        try (LiveClient client = LiveClient.connect(ann.api())) {
            client.send(frame("subscribe", "s", game, ", \"snapshot\": true"));
            client.reply("s");
            JsonNode snapshot = client.next();
            ann.proposes(game, "Something", "").expect(201);

            assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
            assertThat(snapshot.path("view")).isEqualTo(view);
            assertThat(client.next().at("/event/seq").asLong())
                    .isEqualTo(snapshot.path("head").asLong() + 1);
        }
    }

    @Test
    void after_a_long_gap_the_game_comes_in_place_of_its_events(Person ann) {
        String game = running(ann);
        ann.proposes(
                        game,
                        "A rule of many words",
                        """
                        rule "echo"
                        when
                            BallotCast( $n : proposal )
                        then
                            for (int i = 0; i < 150; i++) {
                                law.announce("{} {}", $n, i);
                            }
                        end
                        """)
                .expect(201);
        ann.votes(game, 301, "for").expect(200);
        long head = 0;
        for (int proposal = 302; head <= 1003; proposal++) {
            ann.proposes(game, "More words", "").expect(201);
            ann.votes(game, proposal, "for").expect(200);
            head = ann.get(game).expect(200).path("head").asLong();
        }
        try (LiveClient client = LiveClient.connect(ann)) {
            assertThat(
                            first(client, game, ", \"since\": " + (head - 1000))
                                    .path("event")
                                    .path("seq"))
                    .hasToString(String.valueOf(head - 999));
            assertThat(first(client, game, ", \"snapshot\": false").at("/event/seq").asLong())
                    .isEqualTo(1);

            JsonNode snapshot = first(client, game, ", \"since\": 2");

            assertThat(snapshot.path("type").asText()).isEqualTo("snapshot");
            assertThat(snapshot.path("head").asLong()).isEqualTo(head);
            assertThat(snapshot.path("view")).isEqualTo(ann.get(game).expect(200));
        }
    }

    /** The first frame of a subscription, which is ended then. */
    private static JsonNode first(LiveClient client, String game, String members) {
        client.send(frame("subscribe", "s", game, members));
        client.reply("s");
        client.forget();
        JsonNode first = client.next();
        client.send(frame("unsubscribe", "u", game, ""));
        client.reply("u");
        client.forget();
        return first;
    }

    @Test
    void after_unsubscribing_no_event_comes(Person ann, Person bob) {
        String game = running(ann, bob);
        try (LiveClient client = LiveClient.connect(ann)) {
            client.subscribe(game, 0);
            client.event("TurnStarted");
            client.send(frame("unsubscribe", "u", game, ""));
            client.reply("u");
            client.forget();
            client.send(frame("propose", "p", game, ", \"kind\": \"enact\", \"title\": \"x\""));
            client.reply("p");
            client.send(frame("unsubscribe", "again", game, ""));

            assertThat(client.next().path("id").asText()).isEqualTo("again");
        }
    }

    @Test
    void sockets_that_close_in_mid_broadcast_disturb_nobody(Person ann, Person bob) {
        String game = running(ann, bob);
        try (LiveClient watcher = LiveClient.connect(ann.api())) {
            watcher.subscribe(game, 0);
            List<LiveClient> others = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                others.add(LiveClient.connect(ann.api()).subscribe(game, 0));
            }
            for (int turn = 0; turn < 6; turn++) {
                Person mover = turn % 2 == 0 ? ann : bob;
                mover.proposes(game, "A custom", "").expect(201);
                others.get(turn).close();
                mover.votes(game, 301 + turn, "for").expect(200);
                (mover.equals(ann) ? bob : ann).votes(game, 301 + turn, "for").expect(200);
            }
            long head = ann.get(game).expect(200).path("head").asLong();
            watcher.next(frame -> frame.at("/event/seq").asLong() == head);

            assertThat(watcher.seen())
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, head).boxed().toList());
            others.forEach(LiveClient::close);
        }
    }

    @Test
    void a_client_that_does_not_read_loses_its_connection_alone(Person ann, Person bob)
            throws IOException {
        String game = running(ann, bob);
        try (RawSocket silent = RawSocket.connect(ann.api());
                LiveClient watcher = LiveClient.connect(ann)) {
            watcher.subscribe(game, 0);
            byte[] frame =
                    RawSocket.frame(
                            0x81,
                            "{\"type\": \"dance\", \"pad\": \"%s\"}"
                                    .formatted("x".repeat(1000))
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(
                            () -> {
                                while (true) {
                                    silent.write(frame);
                                }
                            })
                    .isInstanceOf(IOException.class);

            ann.proposes(game, "Something", "").expect(201);
            watcher.event("ProposalMade");
        }
    }

    @Test
    void a_client_that_reads_too_slowly_is_told_to_come_back(Person ann) throws IOException {
        try (RawSocket slow = RawSocket.connect(ann.api())) {
            for (int i = 0; i < 50; i++) {
                slow.subscribe(ann.createsGame("empty"));
            }
            byte[] wish =
                    RawSocket.frame(
                            0x81, "{\"type\":\"ping\"}".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 9_000; i++) {
                slow.write(wish);
            }

            assertThat(slow.closeCode(Duration.ofMillis(1))).isEqualTo(4000);
            assertThat(slow.isEnded()).isTrue();
        }
    }
}
