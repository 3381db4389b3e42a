package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.server.cli.Nomic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What proposals would do, asked of a server. */
@ExtendWith(SharedServer.class)
final class PreviewIT {
    private static final String OPPOSITION =
            """
            rule "who has a seat gets a prize"
            when
                Player( $p : name, active )
            then
                law.award($p, 7);
            end
            """;

    private static String game(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        bob.post(game + "/join", "{}").expect(200);
        ann.starts(game).expect(200);
        return game;
    }

    @Test
    void a_preview_shows_points_and_rules_before_the_vote(Person ann, Person bob) {
        String game = game(ann, bob);
        JsonNode before = ann.get(game).expect(200);
        String draft = Person.proposal("A prize", OPPOSITION);
        JsonNode drafted = ann.post(game + "/preview", draft).expect(200);
        int number = ann.post(game + "/proposals", draft).expect(201).path("number").asInt();
        JsonNode preview = bob.get(game + "/proposals/" + number + "/preview").expect(200);

        assertThat(before.path("head").asLong())
                .isEqualTo(ann.get(game).expect(200).path("head").asLong() - 1);
        assertThat(drafted.path("adoption").path("adopted").asBoolean()).isTrue();
        assertThat(preview.path("points").path(1).path("now").asLong()).isZero();
        assertThat(preview.path("points").path(1).path("after").asLong()).isEqualTo(7);
        assertThat(preview.path("rules").path(0).path("what").asText()).isEqualTo("enacted");
        assertThat(preview.path("rules").path(0).path("after").path("code").asText())
                .isEqualTo(OPPOSITION);
        assertThat(drafted.path("rules")).isEqualTo(preview.path("rules"));
    }

    @Test
    void a_draft_out_of_turn_names_the_refusal_and_what_it_would_do(Person ann, Person bob) {
        String game = game(ann, bob);
        String draft = Person.proposal("A prize", OPPOSITION);
        JsonNode preview = bob.post(game + "/preview", draft).expect(200);

        assertThat(preview.path("refusal").path("rule").asInt()).isEqualTo(202);
        assertThat(preview.path("adoption").path("adopted").asBoolean()).isTrue();
    }

    @Test
    void what_was_decided_meanwhile_is_looked_at_anew(Person ann, Person bob) {
        String game = game(ann, bob);
        String draft = Person.proposal("A prize", OPPOSITION);
        JsonNode first = ann.post(game + "/preview", draft).expect(200);
        assertThat(ann.post(game + "/preview", draft).expect(200)).isEqualTo(first);

        ann.post(game + "/proposals", draft).expect(201);
        JsonNode second = ann.post(game + "/preview", draft).expect(200);

        assertThat(first.path("refusal").isMissingNode()).isTrue();
        assertThat(second.path("refusal").path("type").asText())
                .isEqualTo("/problems/forbidden-by-rule");
        assertThat(second.path("proposal").asInt()).isEqualTo(302);
        assertThat(first.path("furtherChange").path("possible").asText()).isEqualTo("yes");
        assertThat(first.path("randomTurns").path("seed").asInt()).isEqualTo(1);
        assertThat(first.path("lastMoves").isEmpty()).isFalse();
    }

    @Test
    void what_cannot_be_looked_at_is_a_problem(Person ann, Person bob) {
        String game = game(ann, bob);
        String draft = Person.proposal("A prize", OPPOSITION);
        ann.post(game + "/proposals", draft).expect(201);
        ann.votes(game, 301, "for").expect(200);
        bob.votes(game, 301, "for").expect(200);

        ann.get(game + "/proposals/301/preview").problem(409, "vote-closed");
        ann.get(game + "/proposals/999/preview").problem(404, "unknown-proposal");
        ann.get(game + "/proposals/301/preview?seed=x").problem(409, "vote-closed");
        bob.post(game + "/preview?seed=-1", draft).problem(400, "bad-parameter");
        bob.post(game + "/preview", "{}").problem(422, "bad-argument");
    }

    @Test
    void a_draft_that_does_not_check_is_shown_with_its_diagnostics(Person ann, Person bob) {
        String game = game(ann, bob);
        JsonNode preview =
                ann.post(game + "/preview", Person.proposal("Bad", Codes.MISSPELT)).expect(200);

        assertThat(preview.path("refusal").path("type").asText())
                .isEqualTo("/problems/code-does-not-check");
        assertThat(preview.path("refusal").path("diagnostics").isEmpty()).isFalse();
    }

    @Test
    void the_command_line_says_what_a_proposal_and_a_file_would_do(@TempDir Path folder)
            throws IOException {
        Path data = folder.resolve("data");
        String game;
        try (Server server = Server.start(Settings.local(data))) {
            Person ann = new Api(server.uri()).person("ann");
            game = ann.createsGame("suber");
            ann.starts(game).expect(200);
            ann.post(game + "/proposals", Person.proposal("A prize", OPPOSITION)).expect(201);
        }
        Path file = Files.writeString(folder.resolve("prize.drl"), OPPOSITION);
        var out = new StringWriter();
        String id = LiveClient.id(game);

        assertThat(run(out, data, "--game", id, "--proposal", "301")).isZero();
        assertThat(out.toString())
                .contains(
                        "Adopted when all vote for it",
                        "rule 301 enacted",
                        "holding ann, points: 0 -> ");
        assertThat(run(out, data, "--game", id, file.toString(), "--json")).isZero();
        assertThat(out.toString()).contains("\"refusal\":");
        assertThat(run(out, data, "--game", id)).isEqualTo(64);
        assertThat(run(out, data, "--game", "none", "--proposal", "1")).isEqualTo(64);
        assertThat(run(out, data, "--game", id, "--proposal", "9")).isEqualTo(64);
    }

    private static int run(StringWriter out, Path data, String... options) {
        var arguments = new ArrayList<>(List.of("preview", "--data", data.toString()));
        arguments.addAll(List.of(options));
        var printer = new PrintWriter(out, true);
        return Nomic.run(printer, printer, arguments.toArray(String[]::new));
    }
}
