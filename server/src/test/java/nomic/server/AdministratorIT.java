package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.log.GameId;
import nomic.server.cli.Nomic;
import nomic.server.store.Database;
import nomic.server.store.StoredGameLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;

final class AdministratorIT {
    @TempDir Path data;

    private int administrator(String... more) {
        var arguments = new String[more.length + 3];
        arguments[0] = "administrator";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        var out = new PrintWriter(new StringWriter());
        return Nomic.run(out, out, arguments);
    }

    @Test
    void the_operator_makes_administrators_who_suspend_accounts() {
        try (Server server = Server.start(Settings.local(data))) {
            var api = new Api(server.uri());
            api.person("ann");
            api.person("bob");
        }
        assertThat(administrator("ann")).isZero();
        assertThat(administrator("nobody")).isEqualTo(1);
        try (Server server = Server.start(Settings.local(data))) {
            var api = new Api(server.uri());
            Person ann = api.login("ann");
            Person bob = api.login("bob");
            suspends(ann, bob, api);
            rotates(ann, bob);
            hides(ann, bob);
        }
        assertThat(administrator("ann", "--revoke")).isZero();
        try (Server server = Server.start(Settings.local(data))) {
            Person ann = new Api(server.uri()).login("ann");
            ann.get("/api/v1/admin/accounts").problem(403, "insufficient-scope");
        }
    }

    private static void suspends(Person ann, Person bob, Api api) {
        String suspension = "/api/v1/admin/accounts/BOB/suspension";
        assertThat(ann.get("/api/v1/admin/accounts").expect(200).findValuesAsText("name"))
                .containsExactly("ann", "bob");
        assertThat(
                        ann.get("/api/v1/admin/accounts?since=ann&limit=1")
                                .expect(200)
                                .findValuesAsText("name"))
                .containsExactly("bob");
        ann.post(suspension, "{}").problem(422, "bad-argument");
        ann.post("/api/v1/admin/accounts/ann/suspension", "{\"reason\": \"x\"}")
                .problem(422, "bad-argument");
        ann.post("/api/v1/admin/accounts/zoe/suspension", "{\"reason\": \"x\"}")
                .problem(404, "unknown-account");

        ann.post(suspension, "{\"reason\": \"Spam.\"}").expectNothing();

        JsonNode problem = bob.get("/api/v1/me").problem(403, "account-suspended");
        assertThat(problem.path("reason").asText()).isEqualTo("Spam.");
        bob.post("/api/v1/games", "{\"name\": \"x\"}").problem(403, "account-suspended");
        String form = "grant_type=password&username=bob&password=";
        api.form("/api/v1/token", form + Api.encoded("secret of bob"))
                .problem(403, "account-suspended");
        api.form("/api/v1/token", form + "wrong").problem(400, "invalid-grant");
        ann.delete(suspension).expectNothing();
        bob.get("/api/v1/me").expect(200);
    }

    private static void hides(Person ann, Person bob) {
        String game = bob.createsGame("suber");
        String message =
                game
                        + "/messages/"
                        + bob.post(game + "/messages", "{\"text\": \"Spam\"}")
                                .expect(201)
                                .path("number")
                                .asText();
        bob.post(message + "/reports", "{\"reason\": \"A try.\"}").expectNothing();
        JsonNode report = ann.get("/api/v1/admin/reports").expect(200).path(0);
        assertThat(report.path("reporter").asText()).isEqualTo("bob");
        assertThat(report.path("text").asText()).isEqualTo("Spam");
        assertThat(report.path("closed").isNull()).isTrue();
        String reason = "{\"reason\": \"Spam.\"}";
        String hiding = "/api/v1/admin/reports/" + report.path("number").asText() + "/hiding";
        ann.post("/api/v1/admin/reports/99/hiding", reason).problem(404, "unknown-report");

        ann.post(hiding, reason).expect(200);

        assertThat(bob.get(message).expect(200).at("/removed/by").asText())
                .isEqualTo("administrator");
        bob.delete(message + "/hiding").problem(409, "hidden-by-administrator");
        bob.post(message + "/hiding", reason).problem(409, "hidden-by-administrator");
        assertThat(bob.get(game + "/reports").expect(200)).isEmpty();
        assertThat(ann.get("/api/v1/admin/reports").expect(200).at("/0/closed").isNull()).isFalse();
        bob.delete(message).expectNothing();
    }

    private static void rotates(Person ann, Person bob) {
        String keys = "/.well-known/jwks.json";
        assertThat(bob.get(keys).expect(200).path("keys")).hasSize(1);

        ann.post("/api/v1/admin/signing-keys", "").expectNothing();

        assertThat(bob.get(keys).expect(200).path("keys")).hasSize(2);
        bob.get("/api/v1/me").expect(200);
        bob.api().login("bob").get("/api/v1/me").expect(200);
    }

    @Test
    void administrators_see_all_games_and_move_in_none() {
        String game;
        try (Server server = Server.start(Settings.local(data))) {
            var api = new Api(server.uri());
            api.person("ann");
            Person bob = api.person("bob");
            bob.createsGame("empty");
            game = bob.createsGame("empty");
            bob.post(game + "/door", "{\"visibility\": \"private\"}").expect(200);
        }
        assertThat(administrator("ann")).isZero();
        quarantine(game);
        try (Server server = Server.start(Settings.local(data))) {
            var api = new Api(server.uri());
            Person ann = api.login("ann");
            Person bob = api.login("bob");
            seesEverything(ann, game);
            releases(ann, bob, game);
        }
    }

    private void quarantine(String game) {
        try (Database database = Database.open(Database.urlIn(data))) {
            new StoredGameLog(database.sessions(), Clock.systemUTC())
                    .quarantine(new GameId(LiveClient.id(game)), "It broke.");
        }
    }

    private static void seesEverything(Person ann, String game) {
        JsonNode all = ann.get("/api/v1/admin/games").expect(200);
        assertThat(all.findValuesAsText("visibility")).containsExactly("public", "private");
        JsonNode held = ann.get("/api/v1/admin/games?quarantined=true").expect(200);
        assertThat(held.findValuesAsText("quarantine")).containsExactly("It broke.");
        String first = "/api/v1/admin/games?limit=1";
        String id = ann.get(first).expect(200).path(0).path("id").asText();
        assertThat(ann.get(first + "&since=" + id).expect(200)).isEqualTo(held);
        ann.get(game).expect(200);
        ann.get(game + "/events").expect(200);
        ann.get(game + "/facts").expect(200);
        ann.joins(game).problem(404, "unknown-game");
        try (LiveClient client = LiveClient.connect(ann)) {
            client.subscribe(game, 0).event("GameCreated");
        }
    }

    private static void releases(Person ann, Person bob, String game) {
        String release = game.replace("/games/", "/admin/games/") + "/release";
        bob.post(release, "").problem(403, "insufficient-scope");
        ann.post(release, "").expectNothing();
        ann.post(release, "").problem(409, "not-in-quarantine");
        bob.get("/api/v1/admin/games").problem(403, "insufficient-scope");
        bob.get("/api/v1/admin/server").problem(403, "insufficient-scope");
    }

    @Test
    void administrators_see_how_the_server_is() {
        try (Server server = Server.start(Settings.local(data))) {
            new Api(server.uri()).person("ann");
        }
        assertThat(administrator("ann")).isZero();
        try (Server server = Server.start(Settings.local(data).withWorkers(1))) {
            Person ann = new Api(server.uri()).login("ann");
            ann.createsGame("empty");

            JsonNode about = ann.get("/api/v1/admin/server").expect(200);

            assertThat(about.path("version").asText()).startsWith("nomic ");
            assertThat(about.path("database").asText()).startsWith("H2 2.");
            assertThat(about.path("games").asInt()).isEqualTo(1);
            assertThat(about.path("accounts").asInt()).isEqualTo(1);
            assertThat(about.at("/workers/deciding/running").asInt()).isEqualTo(1);
            assertThat(about.at("/workers/deciding/lost").asInt()).isZero();
        }
    }
}
