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

    private String record() {
        return api.get(over + "/record").response().body();
    }

    private static String path(JsonNode game) {
        return "/api/v1/games/" + game.path("id").asText();
    }

    @Test
    void a_rulebook_from_a_record_founds_a_game_for_anybody() {
        Person eve = api.person("eve");
        JsonNode game =
                eve.imports("as=rulebook&name=Heir&visibility=private", record()).expect(201);

        assertThat(game.path("master").asText()).isEqualTo("eve");
        assertThat(game.path("name").asText()).isEqualTo("Heir");
        assertThat(game.path("players")).isEmpty();
        assertThat(game.path("status").asText()).isEqualTo("open");
        assertThat(game.path("rulebookOf").path("game").asText()).isEqualTo(id(over));
        assertThat(eve.get(path(game) + "/rules/301").expect(200).path("code").asText())
                .isEqualTo(GIFT);
        api.get(path(game)).problem(404, "unknown-game");
        JsonNode early = eve.imports("at=5", record()).expect(201);
        eve.get(path(early) + "/rules/301").problem(404, "unknown-rule");
    }

    @Test
    void a_fork_goes_on_from_any_place_with_the_same_players() {
        long end = ann.get(over).expect(200).path("head").asLong();
        JsonNode fork = bob.imports("as=fork&name=Again&at=" + (end - 1), record()).expect(201);
        String game = path(fork);

        assertThat(fork.path("master").asText()).isEqualTo("bob");
        assertThat(fork.path("status").asText()).isEqualTo("running");
        assertThat(fork.path("ruleset").asText()).isEqualTo("suber");
        assertThat(fork.path("players")).isEqualTo(ann.get(over).expect(200).path("players"));
        JsonNode begun = bob.get(game + "/events").expect(200).path(0);
        assertThat(begun.path("type").asText()).isEqualTo("GameForked");
        assertThat(begun.has("state")).isFalse();
        int number = bob.proposes(game, "More", "").expect(201).path("number").asInt();
        assertThat(number).isEqualTo(302);
        bob.votes(game, number, "for").expect(200);
        ann.votes(game, number, "for").expect(200);
        assertThat(bob.get(game + "/rules/302").expect(200).path("title").asText())
                .isEqualTo("More");
        assertThat(run("verify", "--data", data, "--database", DATABASE).status()).isZero();
    }

    @Test
    void who_had_no_part_in_a_game_forks_it_not_and_nobody_one_that_is_over() {
        Person dan = api.person("dan");
        dan.imports("as=fork&at=20", record()).problem(403, "not-a-player");
        bob.imports("as=fork", record()).problem(422, "bad-argument");
        bob.imports("as=fork&at=1", record()).problem(422, "bad-record");
        bob.imports("as=game", record()).problem(403, "insufficient-scope");
        bob.imports("as=bogus", record()).problem(400, "bad-parameter");
        bob.imports("at=0", record()).problem(400, "bad-parameter");
    }

    @Test
    void a_record_that_is_not_in_order_is_refused_with_its_place() {
        String record = record();
        assertThat(bob.imports("", "").problem(422, "bad-record").path("detail").asText())
                .isEqualTo("Line 1: the file is empty.");
        String forged = record.replaceFirst("\"choice\":\"FOR\"", "\"choice\":\"AGAINST\"");
        assertThat(bob.imports("", forged).problem(422, "bad-record").path("detail").asText())
                .matches("Entry [0-9]+: its link is not that of its content.*");
        String cut = record.substring(0, record.length() / 2);
        assertThat(bob.imports("", cut).problem(422, "bad-record").path("detail").asText())
                .contains("Line ", "cut off");
    }

    @Test
    void another_server_takes_a_game_to_be_read_and_its_people_not_for_its_own(
            @TempDir Path folder) {
        String record = record();
        String database = "jdbc:h2:mem:elsewhere;DB_CLOSE_DELAY=-1";
        try (Server other = Server.start(Settings.local(folder).withDatabase(database))) {
            var there = new Api(other.uri());
            Person local = there.person("ann");
            local.imports("as=fork&at=20", record).problem(403, "foreign-record");
            local.imports("as=rulebook", record).expect(201);
            there.person("root");
            run("administrator", "root", "--data", folder, "--database", database);
            Person root = there.login("root");

            JsonNode taken = root.imports("as=game", record).expect(201);
            assertThat(path(taken)).isEqualTo(over);
            assertThat(taken.path("status").asText()).isEqualTo("finished");
            assertThat(there.get(over + "/events").expect(200))
                    .isEqualTo(api.get(over + "/events").expect(200));
            root.imports("as=game", record).problem(409, "game-exists");
            local.post(over + "/orders", "{\"order\": \"resume\"}").problem(409, "quarantined");
            local.post(over + "/release", "").problem(409, "not-in-quarantine");
            assertThat(local.get("/api/v1/me/notifications").expect(200).path("notifications"))
                    .isEmpty();
            root.imports("as=fork&at=20", record).expect(201);
            assertThat(run("verify", "--data", folder, "--database", database).status()).isZero();
        }
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
    void the_operator_takes_over_a_game_that_is_over(@TempDir Path folder) throws IOException {
        Path file = saved(folder, api.get(over + "/record"));
        Object[] take = {"import", file, "--database", "jdbc:h2:mem:taken;DB_CLOSE_DELAY=-1"};

        assertThat(run(take).out()).contains("game " + id(over) + " can be read");
        Ran again = run(take);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.out()).contains("is here already");
        take[0] = "verify";
        take[1] = "--all";
        assertThat(run(take).out()).contains("game " + id(over), "1 games, 0 findings");
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
