package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
final class OwnerIT {
    private static Reply login(Api api, String name, String password) {
        return api.form(
                "/api/v1/token",
                "grant_type=password&username=%s&password=%s"
                        .formatted(name, Api.encoded(password)));
    }

    @Test
    void a_changed_password_ends_all_other_log_ins(Person ann, Api api) {
        Person elsewhere = api.login(ann.name());
        String change = "{\"current\": \"secret of %s\", \"password\": \"%s\"}";

        ann.post("/api/v1/me/password", change.formatted("nobody", "another one"))
                .problem(403, "wrong-password");
        ann.post("/api/v1/me/password", change.formatted(ann.name(), "short"))
                .problem(422, "bad-argument");
        elsewhere.get("/api/v1/me").expect(200);
        ann.post("/api/v1/me/password", change.formatted(ann.name(), "another one"))
                .expectNothing();

        ann.get("/api/v1/me").expect(200);
        elsewhere.get("/api/v1/me").problem(401, "not-authenticated");
        login(api, ann.name(), "secret of " + ann.name()).problem(400, "invalid-grant");
        login(api, ann.name(), "another one").expect(200);
    }

    @Test
    void an_address_for_mail_is_shown_to_its_owner_only(Person ann, Api api) {
        String change = "{\"email\": %s, \"password\": \"secret of %s\"}";
        ann.post("/api/v1/me/email", change.formatted("\"ann@example.org\"", ann.name()))
                .expectNothing();

        assertThat(ann.get("/api/v1/me").expect(200).path("email").asText())
                .isEqualTo("ann@example.org");
        assertThat(api.get("/api/v1/accounts/" + ann.name()).expect(200).has("email")).isFalse();
        ann.post("/api/v1/me/email", change.formatted("null", ann.name())).expectNothing();
        assertThat(ann.get("/api/v1/me").expect(200).path("email").isNull()).isTrue();
        ann.post("/api/v1/me/email", change.formatted("\"ann@example.org\"", "nobody"))
                .problem(403, "wrong-password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "@x",
                "a b@x.org",
                "a@x.org,b@x.org",
                "<a@x.org>",
                "a@x.org\\nBcc: b@x.org",
                "ä@x.org"
            })
    void what_is_no_address_is_refused(String email, Person ann) {
        ann.post(
                        "/api/v1/me/email",
                        "{\"email\": \"%s\", \"password\": \"secret of %s\"}"
                                .formatted(email, ann.name()))
                .problem(422, "bad-argument");
    }

    @Test
    void an_export_holds_what_is_known_of_a_person_and_no_secrets(Person ann, Person bob) {
        String game = ann.createsGame("suber");
        bob.joins(game).expect(200);
        ann.post("/api/v1/me/tokens", "{\"name\": \"my bot\", \"scopes\": [\"game:read\"]}")
                .expect(201);

        Reply reply = ann.get("/api/v1/me/export");

        JsonNode export = reply.expect(200);
        assertThat(export.path("account").path("name").asText()).isEqualTo(ann.name());
        assertThat(export.path("sessions")).hasSize(1);
        assertThat(export.path("tokens").path(0).path("name").asText()).isEqualTo("my bot");
        assertThat(export.path("commands")).hasSize(2);
        assertThat(game).endsWith(export.path("commands").path(0).path("game").asText());
        assertThat(reply.response().body())
                .doesNotContain("argon2", "seed", "nomic_rt", "nomic_pat", "hash");
    }

    @Test
    void a_deleted_account_is_gone_and_its_name_stays_taken(Person ann, Person bob, Api api) {
        String game = ann.createsGame("suber");
        String token =
                ann.post("/api/v1/me/tokens", "{\"name\": \"x\", \"scopes\": [\"game:play\"]}")
                        .expect(201)
                        .path("token")
                        .asText();
        String password = "{\"password\": \"secret of %s\"}";

        ann.post("/api/v1/me/deletion", password.formatted("nobody"))
                .problem(403, "wrong-password");
        ann.post("/api/v1/me/deletion", password.formatted(ann.name())).expectNothing();

        ann.get("/api/v1/me").problem(401, "not-authenticated");
        new Person(api, ann.name(), token).get("/api/v1/me").problem(401, "not-authenticated");
        login(api, ann.name(), "secret of " + ann.name()).problem(400, "invalid-grant");
        login(api, ann.name(), "").problem(400, "invalid-grant");
        api.get("/api/v1/accounts/" + ann.name()).problem(404, "unknown-account");
        api.post(
                        "/api/v1/accounts",
                        "{\"name\": \"%s\", \"password\": \"correct horse\"}".formatted(ann.name()))
                .problem(409, "name-taken");
        assertThat(bob.get(game).expect(200).path("master").asText()).isEqualTo(ann.name());
    }

    @Test
    void nobody_administers_who_is_no_administrator(Person ann, Person bob) {
        String suspension = "/api/v1/admin/accounts/" + bob.name() + "/suspension";

        ann.get("/api/v1/admin/accounts").problem(403, "insufficient-scope");
        ann.post(suspension, "{\"reason\": \"x\"}").problem(403, "insufficient-scope");
        ann.delete(suspension).problem(403, "insufficient-scope");
        assertThat(
                        ann.post("/api/v1/admin/signing-keys", "")
                                .problem(403, "insufficient-scope")
                                .path("scope")
                                .asText())
                .isEqualTo("admin");
    }

    @Test
    void invitations_belong_to_who_is_invited(Person ann, Person bob, Person cyd) {
        String game = ann.createsGame("empty");
        String asked = ann.createsGame("empty");
        ann.post(asked + "/door", "{\"approval\": true}").expect(200);
        String invite = "{\"player\": \"%s\"}";
        ann.post(game + "/guests", invite.formatted(bob.name())).expect(200);
        ann.post(game + "/guests", invite.formatted(cyd.name())).expect(200);
        bob.joins(asked).problem(409, "approval-needed");

        JsonNode guest = bob.get("/api/v1/me/export").expect(200).path("guest");
        assertThat(guest.findValuesAsText("standing")).containsExactly("invited", "asking");
        assertThat(game).endsWith(guest.path(0).path("game").asText());

        bob.post("/api/v1/me/deletion", "{\"password\": \"secret of %s\"}".formatted(bob.name()))
                .expectNothing();
        assertThat(ann.get(game + "/guests").expect(200).findValuesAsText("player"))
                .containsExactly(cyd.name());
        assertThat(ann.get(asked + "/guests").expect(200)).isEmpty();
    }
}
