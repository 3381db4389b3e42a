package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
final class RegistrationIT {
    private static String body(String name, String password) {
        return Reply.JSON.createObjectNode().put("name", name).put("password", password).toString();
    }

    @Test
    void an_account_has_an_id_and_its_name(Api api) {
        Reply reply = api.post("/api/v1/accounts", body("Zoë.1-x_", "correct horse"));

        assertThat(reply.expect(201).path("name").asText()).isEqualTo("Zoë.1-x_");
        assertThat(reply.json().path("id").asText()).hasSize(36);
        assertThat(reply.header("Location")).isEqualTo("/api/v1/me");
    }

    @Test
    void a_name_is_taken_whatever_its_case(Api api) {
        api.post("/api/v1/accounts", body("Élodie", "correct horse")).expect(201);

        api.post("/api/v1/accounts", body("élodie", "correct horse")).problem(409, "name-taken");
        api.post("/api/v1/accounts", body("e\u0301lodie", "correct horse"))
                .problem(409, "name-taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bi11o.x", "biIl0.x", "BiIlO.x"})
    void a_name_is_taken_that_looks_like_another(String name, Api api) {
        api.post("/api/v1/accounts", body("Billo.x", "correct horse"));

        api.post("/api/v1/accounts", body(name, "correct horse")).problem(409, "name-taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a/b",
                "<b>",
                "\u0430nn",
                "\uff41nn",
                "a\u200bnn",
                "\u0131an",
                "a\nb",
                "abcdefghijklmnopqrstuvwxyzabcdefg"
            })
    void a_name_that_could_deceive_is_refused(String name, Api api) {
        api.post("/api/v1/accounts", body(name, "correct horse")).problem(422, "bad-argument");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567"})
    void a_short_password_is_refused(String password, Api api) {
        api.post("/api/v1/accounts", body("shorty", password)).problem(422, "bad-argument");
    }

    @Test
    void a_token_tells_whose_it_is(Person ann) {
        assertThat(ann.get("/api/v1/me").expect(200).path("name").asText()).isEqualTo(ann.name());
    }

    @Test
    void a_token_is_what_rfc_6749_says(Person ann, Api api) {
        Reply reply =
                api.form(
                        "/api/v1/token",
                        "grant_type=password&username=%s&password=%s"
                                .formatted(ann.name(), Api.encoded("secret of " + ann.name())));

        assertThat(reply.expect(200).path("token_type").asText()).isEqualTo("Bearer");
        assertThat(reply.json().path("expires_in").asInt()).isPositive();
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_wrong_name_is_answered_like_a_wrong_password(Person ann, Api api) {
        Reply wrongPassword =
                api.form(
                        "/api/v1/token",
                        "grant_type=password&password=wrong&username=" + ann.name());
        Reply wrongName =
                api.form("/api/v1/token", "grant_type=password&password=wrong&username=nobody");

        wrongPassword.problem(400, "invalid-grant");
        assertThat(wrongPassword.json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(wrongName.json()).isEqualTo(wrongPassword.json());
        assertThat(wrongName.status()).isEqualTo(wrongPassword.status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "grant_type=",
                "grant_type=password",
                "grant_type=password&username=x",
                "grant_type=password&username=%00&password=x",
                "grant_type=password&username=%zz&password=x",
                "grant_type=client_credentials",
                "&&==&"
            })
    void a_token_request_without_sense_is_refused(String form, Api api) {
        assertThat(api.form("/api/v1/token", form).expect(400).path("status").asInt())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer a.b.c",
                "Bearer x",
                "Basic YTpi",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."
            })
    void without_a_valid_token_one_is_nobody(String header, Api api) {
        Reply reply = Api.send(api.request("/api/v1/me").header("Authorization", header).GET());

        reply.problem(401, "not-authenticated");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void a_changed_token_is_not_valid(Person ann, Api api) {
        String[] parts = ann.token().split("\\.");
        String forged = parts[0] + "." + parts[1] + "." + parts[2].replaceFirst("^..", "AA");

        new Person(api, ann.name(), forged).get("/api/v1/me").problem(401, "not-authenticated");
    }
}
