package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.server.live.Pulse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A server whose pulse is quick. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PulseIT {
    private Server server;
    private Api api;

    @BeforeAll
    void start(@TempDir Path data) {
        server =
                Server.start(
                        Settings.local(data),
                        InstantSource.system(),
                        new Pulse(Duration.ofMillis(500)));
        api = new Api(server.uri());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_client_that_does_not_answer_pings_is_cut() throws IOException {
        String game = api.person("silent").createsGame("empty");
        try (RawSocket dead = RawSocket.connect(api)) {
            dead.subscribe(game);

            assertThat(dead.closeCode()).isEqualTo(4003);
            assertThat(dead.isEnded()).isTrue();
        }
    }

    @Test
    void a_client_that_answers_pings_hears_that_the_connection_lives() {
        Person ann = api.person("lively");
        String game = ann.createsGame("empty");
        try (LiveClient client = LiveClient.connect(api)) {
            client.subscribe(game, 0);
            for (int i = 0; i < 4; i++) {
                JsonNode heartbeat = client.next(f -> f.path("type").asText().equals("heartbeat"));
                assertThat(Instant.parse(heartbeat.path("at").asText()))
                        .isBetween(Instant.now().minusSeconds(60), Instant.now());
                assertThat(heartbeat.path("heads").path(LiveClient.id(game)).asLong())
                        .isEqualTo(ann.get(game).expect(200).path("head").asLong());
            }
            assertThat(client.closed()).isNotDone();
        }
    }

    @Test
    void a_socket_ends_with_the_log_in_that_it_was_opened_by() {
        Person ann = api.person("leaver");
        try (LiveClient client = LiveClient.connect(ann)) {
            ann.form("/api/v1/token/revoke", "token=" + ann.token()).expectNothing();

            assertThat(client.closed().join()).isEqualTo(4001);
        }
    }

    @Test
    void a_server_that_ends_says_goodbye(@TempDir Path other) {
        LiveClient client;
        try (Server ending = Server.start(Settings.local(other))) {
            client = LiveClient.connect(new Api(ending.uri()));
            client.send("{\"type\": \"ping\", \"id\": \"p\"}").reply("p");
        }

        assertThat(client.closed().join()).isEqualTo(1001);
    }
}
