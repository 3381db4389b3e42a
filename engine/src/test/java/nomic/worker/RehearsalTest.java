package nomic.worker;

import static org.assertj.core.api.Assertions.assertThat;

import nomic.code.Built;
import nomic.code.Checker;
import nomic.game.Decided;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.session.Interpreter;

import org.junit.jupiter.api.Test;

import java.util.List;

class RehearsalTest {
    @Test
    void the_code_is_accepted_and_does_what_rules_do() {
        assertThat(new Checker().compile(0, Rehearsal.OF_CHECKING.code()))
                .isInstanceOf(Built.Classes.class);
        try (var interpreter = Interpreter.standard()) {
            ToWorker.Decide first = Rehearsal.ofDeciding(List.of()).getFirst();
            Decided decided = interpreter.decide(GameState.NONE, first.envelope());
            assertThat(decided.events().stream().map(Occurrence::event).map(Object::getClass))
                    .contains(
                            Event.DiceRolled.class,
                            Event.FactInserted.class,
                            Event.RuleSuspended.class);
        }
    }
}
