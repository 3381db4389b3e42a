package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.server.cli.Nomic;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Games that leave a server as files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecordsIT {
    private static final String GIFT =
            """
            rule "who begins a turn throws for points"
            when
                TurnStarted( $p : player )
            then
                law.award($p, law.roll(6));
            end
            """;

    private static final String DATABASE = "jdbc:h2:mem:records;DB_CLOSE_DELAY=-1";

    private Path data;
    private Server server;
    private Api api;
    private Person ann;
    private Person bob;
    private String over;
    private String open;

    @BeforeAll
    void play(@TempDir Path folder) {
        data = folder.resolve("data");
        server = Server.start(Settings.local(data).withDatabase(DATABASE));
        api = new Api(server.uri());
        ann = api.person("ann");
        bob = api.person("bob");
        over = played();
        ann.post(over + "/orders", "{\"order\": \"end-game\", \"reason\": \"Enough.\"}")
                .expect(200);
        open = played();
    }

    private String played() {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        ann.starts(game).expect(200);
        int number = ann.proposes(game, "A gift", GIFT).expect(201).path("number").asInt();
        ann.votes(game, number, "for").expect(200);
        bob.votes(game, number, "for").expect(200);
        return game;
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private record Ran(int status, String out, String err) {}

    private static Ran run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int status = Nomic.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
        return new Ran(status, out.toString(), err.toString());
    }

    private static String id(String game) {
        return game.substring(game.lastIndexOf('/') + 1);
    }

    private Path saved(Path folder, Reply record) throws IOException {
        assertThat(record.status()).isEqualTo(200);
        return Files.writeString(folder.resolve("game.ndjson"), record.response().body());
    }

    @Test
    void the_record_of_a_game_that_is_over_is_verified_without_its_server(@TempDir Path folder)
            throws IOException {
        Reply record = api.get(over + "/record");
        assertThat(record.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(record.header("Content-Disposition")).contains("nomic-" + id(over) + ".ndjson");
        Path file = saved(folder, record);
        String key = api.get("/api/v1/record-key").expect(200).path("x").asText();

        Ran verified = run("verify", file, "--key", key, "--json");
        assertThat(verified.status()).as(verified.out() + verified.err()).isZero();
        JsonNode report = Reply.json(verified.out());
        assertThat(report.path("signed").asBoolean()).isTrue();
        assertThat(report.path("game").asText()).isEqualTo(id(over));
        assertThat(report.path("findings")).isEmpty();
        assertThat(report.path("events").asLong())
                .isEqualTo(ann.get(over).expect(200).path("head").asLong());

        Ran another = run("verify", file, "--key", "A".repeat(43));
        assertThat(another.status()).isEqualTo(1);
        assertThat(another.out()).contains("it had to be signed by");
    }

    @Test
    void a_forged_ballot_and_a_file_that_is_none_are_told(@TempDir Path folder) throws IOException {
        Path file = saved(folder, api.get(over + "/record"));
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"choice\":\"FOR\"", "\"choice\":\"AGAINST\""));

        Ran forged = run("verify", file);
        assertThat(forged.status()).isEqualTo(1);
        assertThat(forged.out()).contains("CHAIN", "the signature is not that of the key");

        Files.writeString(file, text.substring(0, text.length() / 2));
        Ran cut = run("verify", file);
        assertThat(cut.status()).isEqualTo(64);
        assertThat(cut.err()).contains("game.ndjson is no record of a game. Line ", "cut off");
    }

    @Test
    void the_seeds_of_a_game_in_progress_leave_it_for_nobody_but_administrators(
            @TempDir Path folder) throws IOException {
        api.get(open + "/record").problem(409, "game-not-over");
        ann.get(open + "/record").problem(409, "game-not-over");
        api.get("/api/v1/games/00000000-0000-4000-8000-000000000000/record")
                .problem(404, "unknown-game");

        Person root = administrator("root");
        Path file = saved(folder, root.get(open + "/record"));
        assertThat(run("verify", file).status()).isZero();
    }

    private Person administrator(String name) {
        api.person(name);
        Ran made = run("administrator", name, "--data", data, "--database", DATABASE);
        assertThat(made.status()).as(made.err()).isZero();
        return api.login(name);
    }

    @Test
    void the_operator_exports_any_game_to_a_new_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.ndjson");
        Object[] export = {"export", id(open), file, "--data", data, "--database", DATABASE};

        assertThat(run(export).out()).contains("signed by ");
        assertThat(run("verify", file).status()).isZero();
        assertThat(run(export).err()).contains("Cannot write", "FileAlreadyExists");
        export[1] = "nothing";
        assertThat(run(export).err()).contains("There is no game nothing");
    }

    @Test
    void verify_tells_of_each_game_that_a_server_has() {
        Ran all = run("verify", "--all", "--data", data, "--database", DATABASE);

        assertThat(all.status()).as(all.out()).isZero();
        assertThat(all.out())
                .contains("game " + id(over) + ": ", "game " + id(open) + ": ")
                .contains("commands, all decided the same");
    }
}
