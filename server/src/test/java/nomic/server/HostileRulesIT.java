package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hostile and the honest files of the engine's tests over HTTP, at a server whose rules run in
 * child processes: each is checked, and where it is accepted, voted in and played with.
 */
final class HostileRulesIT {
    private static final Path FILES =
            Path.of("..", "engine", "src", "test", "resources", "nomic", "code", "attacks");

    @TempDir static Path folder;
    private static Server server;
    private static Person ann;
    private static Person bob;
    private static String witness;
    private static JsonNode before;

    @BeforeAll
    static void start() {
        server = Server.start(Settings.local(folder).withWorkers(1));
        var api = new Api(server.uri());
        ann = api.person("ann");
        bob = api.person("bob");
        witness = opened();
        before = ann.get(witness).expect(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        try (Stream<Path> all = Files.walk(FILES)) {
            all.filter(file -> file.toString().endsWith(".drl"))
                    .filter(file -> !file.toString().contains("compile-bombs"))
                    .sorted()
                    .forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(80);
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_file_is_refused_or_played_and_hurts_nobody(Path file) throws IOException {
        String text = Files.readString(file);
        String code = text.replaceFirst("package unit[^;]*;", "");

        JsonNode check =
                ann.post("/api/v1/check", Reply.JSON.createObjectNode().put("code", code) + "")
                        .expect(200);

        if (check.path("accepted").asBoolean()) {
            assertThat(text).doesNotStartWith("// MUST: reject -");
            play(code);
        } else {
            assertThat(check.path("diagnostics")).isNotEmpty();
            assertThat(check.at("/diagnostics/0/message").asText()).isNotBlank();
        }
        assertThat(System.getProperty("pwn")).isNull();
        assertThat(ann.get(witness).expect(200)).isEqualTo(before);
    }

    /** Two turns: the change is voted in, then a custom is, so that the change sees some moves. */
    private static void play(String code) {
        String game = opened();
        for (String change :
                List.of(Person.proposal("A change", code), Person.proposal("A custom", ""))) {
            String turn = ann.get(game).expect(200).at("/turn/player").asText();
            Person mover = turn.equals("bob") ? bob : ann;
            isAnswered(mover.post(game + "/proposals", change));
            JsonNode proposals = ann.get(game + "/proposals").expect(200);
            int last = proposals.path(proposals.size() - 1).path("number").asInt();
            isAnswered(mover.votes(game, last, "for"));
            isAnswered((mover.equals(ann) ? bob : ann).votes(game, last, "for"));
        }
        ann.get(game + "/rules").expect(200);
    }

    /** A move may be refused, but no move breaks the server or its game. */
    private static void isAnswered(Reply reply) {
        assertThat(reply.status()).as(reply.response().body()).isLessThan(500);
        assertThat(reply.json().path("type").asText()).isNotEqualTo("/problems/quarantined");
    }

    private static String opened() {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        ann.starts(game).expect(200);
        return game;
    }

    @Test
    void an_honest_rule_acts_beside_all_others() {
        String game = opened();
        Person mover =
                ann.get(game).expect(200).at("/turn/player").asText().equals("ann") ? ann : bob;
        mover.proposes(game, "Opposition", Codes.OPPOSITION).expect(201);
        mover.votes(game, 301, "for").expect(200);
        (mover.equals(ann) ? bob : ann).votes(game, 301, "for").expect(200);

        assertThat(ann.get(game + "/rules/301").expect(200).path("status").asText())
                .isEqualTo("in-force");
    }
}
