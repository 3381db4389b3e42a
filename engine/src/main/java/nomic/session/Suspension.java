package nomic.session;

import nomic.game.Cause;
import nomic.game.Event;
import nomic.game.RuleEntry;
import nomic.game.Use;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A revision that is to be left out of a command since it broke when it was tried.
 *
 * @param use what it had used when it broke
 */
record Suspension(int rule, int revision, Fault fault, Use use) {
    private static final long ROUND = 1_000;

    /** Notes it as an event; {@code restored} is the revision that stays in force, 0 for none. */
    void note(Journal journal, int restored) {
        RuleEntry entry = Objects.requireNonNull(journal.state().rulebook().get(rule));
        journal.add(
                new Event.RuleSuspended(
                        entry.number(), rule, revision, restored, fault.why(), told()),
                cause(entry));
    }

    Cause cause(RuleEntry entry) {
        return new Cause.ByRule(entry.number(), revision, fault.name(), List.of());
    }

    /** Its use in numbers that are the same in each process: docs/decisions/0014. */
    private SortedMap<String, Long> told() {
        var told = new TreeMap<String, Long>();
        if (use.equals(Use.NONE)) {
            return told;
        }
        told.put("firings", use.firings());
        told.put("fuel", use.fuel() / ROUND * ROUND);
        told.put("bytes", use.bytes() / ROUND * ROUND);
        told.put("facts", use.facts());
        told.put("asks", use.asks());
        told.put("text", use.text());
        return told;
    }
}
