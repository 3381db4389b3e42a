package nomic.session;

import nomic.game.Cause;
import nomic.game.Event;
import nomic.game.RuleEntry;

import java.util.List;
import java.util.Objects;

/** A revision that is to be left out of a command since it broke when it was tried. */
record Suspension(int rule, int revision, Fault fault) {
    /** Notes it as an event; {@code restored} is the revision that stays in force, 0 for none. */
    void note(Journal journal, int restored) {
        RuleEntry entry = Objects.requireNonNull(journal.state().rulebook().get(rule));
        journal.add(
                new Event.RuleSuspended(
                        entry.number(), rule, revision, restored, fault.why(), fault.use()),
                new Cause.ByRule(entry.number(), revision, fault.name(), List.of()));
    }
}
