package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
}
