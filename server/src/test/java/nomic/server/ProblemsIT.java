package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import nomic.server.web.ProblemType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;

@ExtendWith(SharedServer.class)
final class ProblemsIT {
    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void every_type_leads_to_its_page(ProblemType type, Api api) {
        Reply page = api.get(type.reference());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.response().body())
                .contains("<h1>" + type.title() + "</h1>", "status " + type.status())
                .doesNotContain("`", "<script");

        JsonNode json =
                Api.send(api.request(type.reference()).header("Accept", "application/json").GET())
                        .expect(200);
        assertThat(json.path("type").asText()).isEqualTo(type.reference());
        assertThat(json.path("meaning").asText()).endsWith(".");
        assertThat(json.path("nextStep").asText()).endsWith(".");
    }

    @Test
    void the_type_of_a_problem_is_an_address_on_the_same_server(Api api) {
        Reply refused = api.get("/api/v1/games/none");
        String type = refused.problem(404, "unknown-game").path("type").asText();

        URI page = refused.response().uri().resolve(type);

        assertThat(api.get(page.getPath()).response().body()).contains("There is no such game");
    }

    @Test
    void all_types_are_listed(Api api) {
        String page = api.get("/problems").response().body();
        JsonNode json =
                Api.send(api.request("/problems").header("Accept", "application/json").GET())
                        .expect(200);

        assertThat(json).hasSize(ProblemType.values().length);
        for (ProblemType type : ProblemType.values()) {
            assertThat(page).contains("href=\"" + type.reference() + "\"");
        }
    }

    @Test
    void pages_and_json_are_told_apart_by_caches(Api api) {
        Reply page = api.get("/problems");
        assertThat(page.header("Vary")).contains("Accept");
        assertThat(page.header("ETag")).isNotEmpty();
    }

    @Test
    void another_word_is_no_type(Api api) {
        api.get("/problems/%3Cscript%3E").problem(404, "unknown-path");
    }

    @Test
    void pages_have_their_look(Api api) {
        Reply style = api.get("/docs/page.css");
        assertThat(style.header("Content-Type")).startsWith("text/css");
        assertThat(api.get("/").response().body()).contains("/docs/page.css", "/problems");
    }
}
