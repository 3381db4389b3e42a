package nomic.session;

import nomic.game.Cause;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.RuleEntry;
import nomic.law.RuleStatus;

import java.util.TreeMap;

/** Puts rules to sleep that import types from one which is no longer there. */
final class Dependents {
    private Dependents() {}

    /** Puts those to sleep that import from a rule which is no longer in force. */
    static void putToSleep(Journal journal, int id, Cause cause) {
        for (RuleEntry rule : RuleLinks.to(journal.state(), id)) {
            putToSleep(journal, rule, whyWithout(journal.state(), id), cause);
        }
    }

    /** Puts a rule to sleep, and those that import from it. */
    static void putToSleep(Journal journal, RuleEntry rule, String why, Cause cause) {
        journal.add(
                new Event.RuleSuspended(
                        rule.number(), rule.id(), rule.revision(), 0, why, new TreeMap<>()),
                cause);
        putToSleep(journal, rule.id(), cause);
    }

    private static String whyWithout(GameState state, int id) {
        RuleEntry gone = state.rulebook().get(id);
        String how =
                gone == null || gone.status() == RuleStatus.REPEALED
                        ? "repealed"
                        : gone.status() == RuleStatus.SUSPENDED ? "suspended" : "without code";
        return "it imports types from rule " + state.numberOf(id) + ", which is " + how;
    }
}
