package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.game.Decided;
import nomic.game.Outcome;
import nomic.session.Interpreter;

import org.junit.jupiter.api.Test;

final class WarmUpTest {
    @Test
    void its_game_is_played_to_its_end() {
        try (Interpreter interpreter = Interpreter.standard()) {
            var table = WarmUp.play(interpreter);

            assertThat(table.history())
                    .extracting(Decided::outcome)
                    .containsOnly(new Outcome.Accepted());
            assertThat(table.state().rulebook()).hasSize(3);
            assertThat(table.state().holding("ann", "points")).isEqualTo(1);
        }
    }
}
