package nomic.preview;

import nomic.code.Diagnostic;
import nomic.game.GameState;
import nomic.game.RuleEntry;
import nomic.session.Interpreter;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Plays the tests that rules in force carry, on the rulebook that a change leads to. */
final class CarriedTests {
    /** Those of a rule may use as much as a command. */
    private static final long UNITS = 10;

    private final Interpreter interpreter;
    private final Budget budget;
    private final List<BrokenTests> broken = new ArrayList<>();
    private final SortedSet<Integer> asleep = new TreeSet<>();
    private int skipped;

    CarriedTests(Interpreter interpreter, Budget budget) {
        this.interpreter = interpreter;
        this.budget = budget;
    }

    /**
     * @param id of the rule whose tests are played, or {@link Tester#ALL}
     */
    List<BrokenTests> play(GameState before, GameState after, int id) {
        for (RuleEntry rule : after.rulebook().values()) {
            if (tests(rule).isBlank() || (id != Tester.ALL && id != rule.id())) {
                continue;
            }
            RuleEntry then = before.rulebook().get(rule.id());
            if (rule.inForce()) {
                play(before, after, rule);
            } else if (then != null && then.inForce()) {
                asleep.add(rule.number());
            }
        }
        return List.copyOf(broken);
    }

    /** The rules with tests that the change suspends or repeals; their tests are not played. */
    SortedSet<Integer> asleep() {
        return Collections.unmodifiableSortedSet(asleep);
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
