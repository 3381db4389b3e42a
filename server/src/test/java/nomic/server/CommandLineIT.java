package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.helidon.logging.common.LogConfig;

import nomic.server.cli.Nomic;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeMap;

final class CommandLineIT {
    @TempDir Path folder;

    @BeforeAll
    static void log_as_the_program_does() {
        LogConfig.configureRuntime();
    }

    private record Ran(int status, String out, String err) {
        JsonNode json() {
            return Reply.json(out);
        }
    }

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

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void the_version_names_the_law() {
        assertThat(run("--version").out()).startsWith("nomic 0.").contains("law 1");
    }

    @Test
    void help_names_every_command() {
        assertThat(run("--help").out())
                .contains("serve", "check", "try", "play", "preview", "verify", "release");
    }

    @Test
    void sentences_are_listed_checked_and_expanded() throws IOException {
        assertThat(run("sentences", "adopted", "against").out())
                .contains("a player votes against a change that is adopted")
                .doesNotContain("a player joins");
        Path law =
                file(
                        "law.dslr",
                        """
                        /*
                        title: A law
                        */
                        When a player joins
                        Then that player is honoured
                        """);
        Ran unknown = run("check", law);
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.out()).contains("law.dslr:5:6: error: No sentence under Then");
        file("law.dsl", "[then]{player} is honoured=law.award({player}, 1);\n");
        Ran known = run("check", law, "--expand");
        assertThat(known.status()).isZero();
        assertThat(known.out()).contains("law.award($player, 1);");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bogus", "bogus", "serve --prt 1", "serve --port x", "check", "try"})
    void what_is_not_understood_is_said_with_status_64(String line) {
        Ran ran = run((Object[]) line.split(" "));

        assertThat(ran.status()).isEqualTo(64);
        assertThat(ran.err()).startsWith("nomic: ").contains("--help");
    }

    @Test
    void a_file_that_is_not_there_is_said_with_status_64() {
        assertThat(run("check", folder.resolve("none.drl")).err()).contains("none.drl");
        assertThat(run("play", folder.resolve("none.yaml")).status()).isEqualTo(64);
    }

    @Test
    void check_tells_programs_and_people_what_is_wrong() throws IOException {
        Path good = file("good.drl", Codes.OPPOSITION);
        Path bad = file("bad.drl", Codes.MISSPELT);

        assertThat(run("check", good).status()).isZero();
        assertThat(run("check", "--json", good).json().path("accepted").asBoolean()).isTrue();
        Ran refused = run("check", bad, "--json");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.json().path("accepted").asBoolean(true)).isFalse();
        assertThat(refused.json().at("/diagnostics/0/message").asText()).contains("Bllot");
        assertThat(run("check", bad).out()).contains("bad.drl:", "error", "Bllot");
    }

    @Test
    void try_plays_a_round_with_a_rule() throws IOException {
        Ran ran = run("try", "--json", file("gifts.drl", Codes.GIFTS));

        assertThat(ran.status()).isZero();
        assertThat(ran.json().path("adopted").asBoolean()).isTrue();
        assertThat(ran.json().path("rule").asInt()).isEqualTo(301);
        assertThat(ran.json().at("/fired/0/type").asText()).isEqualTo("OfferMade");
        assertThat(ran.json().path("suspended")).isEmpty();
    }

    @Test
    void check_tells_what_is_wrong_in_a_ruleset_by_file_and_line() throws IOException {
        String header = "/*\nnumber: 7\ntitle: Broken\nclass: mutable\n\nProse.\n*/\n";
        Path ruleset = Files.createDirectory(folder.resolve("mine"));
        String manifest = "name: mine\ntitle: Mine\ndescription: D.\nbase: empty\nrules: [7]\n";
        Files.writeString(ruleset.resolve("ruleset.yaml"), manifest);
        assertThat(run("check", ruleset).out()).contains("mine/7.drl:0:0: error: There is no such");

        Files.writeString(ruleset.resolve("7.drl"), header + Codes.MISSPELT);
        Ran refused = run("check", ruleset);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).containsPattern("mine/7\\.drl:(9|1\\d):\\d+: error: .*Bllot");
        assertThat(run("check", ruleset, "--json").json().at("/files/0/file").asText())
                .isEqualTo("mine/7.drl");

        Files.writeString(ruleset.resolve("7.drl"), header + Codes.GIFTS);
        assertThat(run("check", ruleset).status()).isZero();
    }

    @Test
    void try_refuses_what_does_not_check() throws IOException {
        assertThat(run("try", file("bad.drl", Codes.MISSPELT)).status()).isEqualTo(1);
    }

    @Test
    void try_plays_the_tests_that_stand_beside_the_rule() throws IOException {
        Path gifts = file("gifts.drl", Codes.GIFTS);
        Path tests = folder.resolve("gifts.tests.yaml");
        String passes =
                "{title: a gift, moves: [{ann: {act: {name: give, arguments: {to: bob, amount:"
                        + " 2}}}, expect: [HoldingChanged]}]}";
        Files.writeString(tests, passes);
        assertThat(run("try", gifts).status()).isZero();

        Files.writeString(tests, passes.replace("HoldingChanged", "TurnStarted"));
        Ran failed = run("try", gifts);
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.out()).contains("The test \"a gift\" fails", "TurnStarted");
    }

    @Test
    void try_tells_what_was_suspended() throws IOException {
        Ran ran = run("try", file("broken.drl", Codes.BROKEN), "--json");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.json().at("/suspended/0/rule").asInt()).isEqualTo(301);
        assertThat(ran.json().at("/suspended/0/why").asText()).isNotBlank();
    }

    @Test
    void try_shows_what_rules_used_of_the_limits() throws IOException {
        Path gifts = file("gifts.drl", Codes.GIFTS);
        String[] lines = run("try", gifts).out().split("\\R");

        assertThat(lines).contains("Rule 301 used at most, in one command:");
        assertThat(lines).anyMatch(line -> line.matches(" *fuel +[0-9,]+ of  20,000,000 .*%"));
        assertThat(lines).anyMatch(line -> line.matches(" +301( +(<0.01|[0-9.]+)%){6} .* ms"));
        Ran ran = run("try", "--json", gifts, "--limits", "fuel=200000");
        JsonNode own = MissingNode.getInstance();
        for (JsonNode use : ran.json().path("use")) {
            own = use.path("rule").asInt() == 301 ? use : own;
        }
        assertThat(own.at("/most/fuel").asLong()).isPositive();
        assertThat(own.at("/share/fuel").asDouble())
                .isCloseTo(own.at("/most/fuel").asLong() / 2_000.0, within(0.01));
    }

    @Test
    void try_and_play_take_limits() throws IOException {
        String code =
                "/*\ntitle: Busy\n\nIt works a while.\n*/\n"
                        + "rule \"busy\" when BallotCast() then %s end";
        Path busy =
                file("busy.drl", code.formatted("int i = 0; while (i < 500000) { i = i + 1; }"));

        assertThat(run("try", busy).status()).isZero();
        assertThat(run("try", busy, "--limits", "fuel=300000").status()).isEqualTo(2);
        Path game =
                file(
                        "busy.yaml",
                        """
                        ruleset: suber
                        players: [ann, bob]
                        moves:
                          - ann: {propose: {file: busy.drl}}
                          - all: {vote: for}
                          - bob: {propose: {title: A custom, prose: We greet each other.}}
                          - bob: {vote: for}
                            expect:
                              - not: {RuleSuspended: {rule: 301}}
                        """);
        assertThat(run("play", game).status()).isZero();
        assertThat(run("play", game, "--limits", "fuel=300000").status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "fuel=5 | fuel is 5: it may be from 200000 to 500000000",
                "bytes=64XB | bytes is '64XB': give a whole number, alone or with KB, MB or GB",
                "bytes=9999GB | bytes is 9999GB: it may be from",
                "rounds=5MB | rounds is '5MB': give a whole number",
                "rounds=-1 | rounds is '-1': give a whole number",
                "fule=1 | there is no limit 'fule'; there are fuel, bytes, depth,",
                "fuel | 'fuel' is no NAME=AMOUNT",
                "fuel=300000,fuel=400000 | fuel is given twice"
            })
    void a_limit_that_cannot_be_is_told(String limits, String told) throws IOException {
        Ran ran = run("serve", "--data", folder, "--port", "0", "--limits", limits);

        assertThat(ran.status()).isEqualTo(64);
        assertThat(ran.err()).contains("--limits").contains(told);
    }

    @Test
    void play_fails_where_an_expected_event_does_not_come() throws IOException {
        String game =
                """
                ruleset: empty
                players: [ann, bob]
                moves:
                  - ann: end-turn
                    expect:
                      - %s
                """;

        assertThat(run("play", file("good.yaml", game.formatted("TurnEnded: {player: ann}"))).out())
                .contains("as expected");
        Ran failed = run("play", "--json", file("bad.yaml", game.formatted("GameWon: {}")));
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.json().path("passed").asBoolean(true)).isFalse();
        assertThat(failed.json().at("/failures/0/line").asInt()).isEqualTo(6);
    }

    @Test
    void a_server_whose_port_is_taken_says_so_in_one_line() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Ran ran = run("serve", "--data", folder, "--port", taken.getLocalPort());

            assertThat(ran.status()).isEqualTo(1);
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(ran.err()).contains("port " + taken.getLocalPort());
        }
    }

    @Test
    void the_doctor_says_what_is_well_and_what_to_do_about_the_rest() throws IOException {
        Path key = file("signing-key-1.pem", "secret");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            Ran ran = run("doctor", "--json", "--data", folder, "--port", port);

            assertThat(ran.status()).as(ran.out()).isEqualTo(1);
            assertThat(ran.json().path("healthy").asBoolean(true)).isFalse();
            var found = new TreeMap<String, JsonNode>();
            ran.json().path("findings").forEach(one -> found.put(one.path("what").asText(), one));
            assertThat(found)
                    .containsOnlyKeys(
                            "settings",
                            "java",
                            "clock",
                            "disk",
                            "keys",
                            "data folder",
                            "database",
                            "port",
                            "confinement",
                            "child process");
            for (String bad : List.of("keys", "port")) {
                assertThat(found.get(bad).path("status").asText()).isEqualTo("problem");
                assertThat(found.get(bad).path("next").asText()).isNotBlank();
            }
            assertThat(found.get("port").path("found").asText()).contains("port " + port);
            for (String good : List.of("settings", "java", "clock", "data folder", "database")) {
                assertThat(found.get(good).path("status").asText()).as(good).isEqualTo("ok");
            }
            assertThat(found.get("child process").path("status").asText()).isEqualTo("ok");
            assertThat(folder.resolve("nomic.mv.db")).doesNotExist();
        }
    }

    @Test
    void verify_finds_nothing_to_verify_where_there_is_no_server_data() {
        assertThat(run("verify", "--data", folder.resolve("nothing")).status()).isEqualTo(64);
    }
}
