package nomic.preview;

import nomic.code.Diagnostic;
import nomic.game.GameState;
import nomic.game.RuleEntry;
import nomic.session.Interpreter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Plays the tests that rules in force carry, on the rulebook that a change leads to. */
final class CarriedTests {
    /** Those of a rule may use as much as a command. */
    private static final long UNITS = 10;

    private final Interpreter interpreter;
    private final Budget budget;
    private final List<BrokenTests> broken = new ArrayList<>();
    private int skipped;

    CarriedTests(Interpreter interpreter, Budget budget) {
        this.interpreter = interpreter;
        this.budget = budget;
    }

    List<BrokenTests> play(GameState before, GameState after) {
        for (RuleEntry rule : after.rulebook().values()) {
            if (rule.inForce() && !tests(rule).isBlank()) {
                play(before, after, rule);
            }
        }
        return List.copyOf(broken);
    }

    /** The tests of how many rules there was no budget for. */
    int skipped() {
        return skipped;
    }

    private void play(GameState before, GameState after, RuleEntry rule) {
        if (budget.isSpent()) {
            skipped++;
            return;
        }
        List<Diagnostic> failures = failures(after, rule);
        if (!failures.isEmpty()) {
            broken.add(new BrokenTests(rule.number(), failed(before, rule), failures));
        }
    }

    private boolean failed(GameState before, RuleEntry rule) {
        @Nullable RuleEntry then = before.rulebook().get(rule.id());
        return then != null
                && then.inForce()
                && tests(then).equals(tests(rule))
                && !failures(before, then).isEmpty();
    }

    private List<Diagnostic> failures(GameState ground, RuleEntry rule) {
        budget.spend(UNITS);
        return interpreter.failingTests(ground, rule.id(), tests(rule));
    }

    private static String tests(RuleEntry rule) {
        return rule.text().attachments().tests();
    }
}
