package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.server.cli.Nomic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

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

    private static void rotates(Person ann, Person bob) {
        String keys = "/.well-known/jwks.json";
        assertThat(bob.get(keys).expect(200).path("keys")).hasSize(1);

        ann.post("/api/v1/admin/signing-keys", "").expectNothing();

        assertThat(bob.get(keys).expect(200).path("keys")).hasSize(2);
        bob.get("/api/v1/me").expect(200);
        bob.api().login("bob").get("/api/v1/me").expect(200);
    }
}
