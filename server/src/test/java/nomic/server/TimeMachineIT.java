package nomic.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Games as they were. */
@ExtendWith(SharedServer.class)
final class TimeMachineIT {
    @Test
    void a_game_is_shown_as_it_was_after_any_whole_command(Person ann) {
        String game = ann.createsGame("suber");
        JsonNode open = ann.get(game).expect(200);
        long before = open.path("head").asLong();
        ann.starts(game).expect(200);
        int number = ann.proposes(game, "A custom", "").expect(201).path("number").asInt();
        long proposed = ann.get(game).expect(200).path("head").asLong();
        ann.votes(game, number, "for").expect(200);
        JsonNode last = ann.get(game).expect(200);
        long head = last.path("head").asLong();

        Reply then = ann.get(game + "?at=" + before);
        assertThat(then.expect(200)).isEqualTo(open);
        assertThat(then.header("Nomic-Head")).isEqualTo(String.valueOf(before));
        assertThat(ann.get(game + "?at=" + head).expect(200)).isEqualTo(last);
        assertThat(ann.get(game + "/rules/301?at=" + head).expect(200).path("title").asText())
                .isEqualTo("A custom");
        ann.get(game + "/rules/301?at=" + proposed).problem(404, "unknown-rule");
        assertThat(ann.get(game + "/rules?at=" + proposed).expect(200)).hasSize(29);
        assertThat(ann.get(game + "/rules").expect(200)).hasSize(30);
        assertThat(ann.get(game + "/proposals?at=" + before).expect(200)).isEmpty();
        assertThat(ann.get(game + "/facts?type=Turn&at=" + before).expect(200).path("facts"))
                .isEmpty();
        assertThat(ann.get(game + "/rule-base?at=" + before).expect(200).path("head").asLong())
                .isEqualTo(before);
    }

    @Test
    void within_a_command_it_is_as_before_the_command(Person ann) {
        String game = ann.createsGame("suber");
        long before = ann.get(game).expect(200).path("head").asLong();
        ann.starts(game).expect(200);
        long head = ann.get(game).expect(200).path("head").asLong();
        assertThat(head).isGreaterThan(before + 1);

        Reply within = ann.get(game + "?at=" + (before + 1));
        assertThat(within.expect(200).path("status").asText()).isEqualTo("open");
        assertThat(within.header("Nomic-Head")).isEqualTo(String.valueOf(before));
    }

    @Test
    void a_place_that_is_none_is_refused_with_the_head(Person ann) {
        String game = ann.createsGame("suber");
        long head = ann.get(game).expect(200).path("head").asLong();

        assertThat(
                        ann.get(game + "?at=" + (head + 1))
                                .problem(400, "bad-parameter")
                                .path("detail")
                                .asText())
                .endsWith("the last event of the game is " + head);
        ann.get(game + "/facts?at=0").problem(400, "bad-parameter");
        ann.get(game + "/rules?at=x").problem(400, "bad-parameter");
        ann.get(game + "/rules?at=1").problem(400, "bad-parameter");
    }
}
