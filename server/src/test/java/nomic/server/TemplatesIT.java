package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules from templates, asked of a server. */
@ExtendWith(SharedServer.class)
final class TemplatesIT {
    @Test
    void the_list_says_enough_to_draw_a_form(Api api) {
        JsonNode templates = api.get("/api/v1/templates").expect(200).path("templates");
        JsonNode bonus = api.get("/api/v1/templates/dissent-bonus").expect(200);

        assertThat(templates.size()).isGreaterThanOrEqualTo(15);
        assertThat(templates.findValuesAsText("name")).contains("dissent-bonus");
        JsonNode amount = bonus.path("parameters").path(0);
        assertThat(amount.path("type").asText()).isEqualTo("number");
        assertThat(amount.path("max").asInt()).isEqualTo(1000);
        assertThat(amount.has("options")).isFalse();
    }

    @Test
    void a_template_is_filled_in_and_checked(Api api) {
        JsonNode text =
                api.post(
                                "/api/v1/templates/dissent-bonus/text",
                                """
                                {"values": {"amount": 7, "asset": "coins"}}\
                                """)
                        .expect(200);

        assertThat(text.path("title").asText()).isEqualTo("Dissent earns 7 coins");
        assertThat(text.path("code").asText()).contains("law.award($voter, \"coins\", 7);");
        assertThat(text.path("accepted").asBoolean()).isTrue();
    }

    @Test
    void a_value_that_does_not_fit_is_refused_by_name(Api api) {
        JsonNode problem =
                api.post(
                                "/api/v1/templates/dissent-bonus/text",
                                """
                                {"values": {"amount": 0, "asset": "a\\"); end"}}\
                                """)
                        .problem(422, "bad-argument");

        assertThat(problem.path("detail").asText())
                .isEqualTo(
                        "The value `0` of `amount` is not allowed. Write a whole number from 1 to"
                                + " 1000.");
        assertThat(problem.path("refusals").findValuesAsText("parameter"))
                .containsExactly("amount", "asset");
    }

    @Test
    void a_template_that_is_not_there_is_said_so(Api api) {
        api.get("/api/v1/templates/communism").problem(404, "unknown-template");
        api.post("/api/v1/templates/communism/text", "{}").problem(404, "unknown-template");
    }
}
