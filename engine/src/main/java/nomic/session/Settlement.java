package nomic.session;

import nomic.code.BlackBox;
import nomic.code.Check;
import nomic.code.CompiledRule;
import nomic.game.Cause;
import nomic.game.Change;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Occurrence;
import nomic.game.OwnFact;
import nomic.game.ProposalEntry;
import nomic.game.RuleEntry;
import nomic.law.Kind;
import nomic.law.RuleStatus;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts adopted changes into force, in mid-session, and settles their votes. */
final class Settlement {
    /**
     * Whether a revision that is about to be loaded is one to leave out. To ask is to announce a
     * change of the base: a command on a shared base ends there and is tried again on its own.
     */
    interface Suspensions {
        @Nullable Suspension of(int ruleId, int revision);
    }

    private final WorkingMemory memory;
    private final Rulebooks rulebooks;
    private final Journal journal;
    private final Suspensions suspensions;
    private final Runnable noteOwnChanges;

    Settlement(
            WorkingMemory memory,
            Rulebooks rulebooks,
            Journal journal,
            Suspensions suspensions,
            Runnable noteOwnChanges) {
        this.memory = memory;
        this.rulebooks = rulebooks;
        this.journal = journal;
        this.suspensions = suspensions;
        this.noteOwnChanges = noteOwnChanges;
    }

    void settle(Occurrence closed) {
        if (!(closed.event() instanceof Event.VoteClosed vote)) {
            throw new IllegalArgumentException("Not a closed vote: " + closed);
        }
        ProposalEntry proposal =
                Objects.requireNonNull(journal.state().proposals().get(vote.proposal()));
        Cause cause = closed.cause();
        int rule = vote.adopted() ? takeEffect(proposal, cause) : 0;
        journal.add(
                new Event.VoteSettled(proposal.number(), proposal.author(), rule != 0, rule),
                cause);
    }

    /** Takes the rule out of the session that an event has suspended; other events do nothing. */
    void putToSleep(Occurrence occurrence) {
        if (occurrence.event() instanceof Event.RuleSuspended suspended) {
            suspensions.of(suspended.id(), 0);
            memory.unload(suspended.id());
            sleepWith(suspended.id(), occurrence.cause());
        }
    }

    /** Takes the rule into the session that an event has reinstated; other events do nothing. */
    void wake(Occurrence occurrence) {
        if (occurrence.event() instanceof Event.RuleReinstated reinstated) {
            Suspension out = suspensions.of(reinstated.id(), reinstated.revision());
            bringIn(reinstated.id(), out, 0, occurrence.cause());
        }
    }

    /** The number of the rule that was changed; 0 where the change was void. */
    private int takeEffect(ProposalEntry proposal, Cause cause) {
        RuleEntry target = journal.state().rulebook().get(proposal.target());
        String stale = stale(proposal, target);
        if (stale != null) {
            journal.add(new Event.AdoptionVoid(proposal.number(), stale), cause);
            return 0;
        }
        int number = target == null ? proposal.number() : target.number();
        int id = target == null ? proposal.number() : target.id();
        Event change = Change.of(journal.state(), proposal);
        switch (proposal.kind()) {
            case ENACT -> {
                Suspension out = proposal.code().isBlank() ? null : suspensions.of(id, 1);
                journal.add(change, cause);
                bringIn(id, out, 0, cause);
            }
            case AMEND -> amend(Objects.requireNonNull(target), proposal, change, cause);
            case REPEAL -> {
                suspensions.of(id, 0);
                memory.unload(id);
                journal.add(change, cause);
                sleepWith(id, cause);
            }
            case TRANSMUTE -> journal.add(change, cause);
        }
        return number;
    }

    private static @Nullable String stale(ProposalEntry proposal, @Nullable RuleEntry target) {
        if (proposal.kind() == Kind.ENACT) {
            return null;
        }
        if (target == null || target.status() == RuleStatus.REPEALED) {
            return "Its target was repealed while the vote was open.";
        }
        if (target.revisions().size() != proposal.targetRevision()) {
            return "Rule " + target.number() + " was amended while the vote was open.";
        }
        return null;
    }

    private void amend(RuleEntry target, ProposalEntry proposal, Event change, Cause cause) {
        int revision = target.revisions().size() + 1;
        Suspension out = suspensions.of(target.id(), revision);
        CompiledRule before =
                target.text().code().isBlank()
                        ? null
                        : rulebooks.compiled(journal.state(), target.id(), target.text().code());
        journal.add(change, cause);
        if (out == null) {
            carryOver(target, proposal, before, cause);
        }
        bringIn(target.id(), out, target.inForce() ? target.revision() : 0, cause);
    }

    /** The facts of a rule live on in the types of its new revision. */
    private void carryOver(
            RuleEntry target, ProposalEntry proposal, @Nullable CompiledRule before, Cause cause) {
        List<OwnFact> facts = facts(target.id());
        if (facts.isEmpty()) {
            return;
        }
        CompiledRule after =
                proposal.code().isBlank()
                        ? null
                        : rulebooks.compiled(journal.state(), target.id(), proposal.code());
        for (OwnFact fact : facts) {
            OwnFact carried = OwnFacts.carriedOver(fact, before, after);
            if (carried == null) {
                journal.add(new Event.FactDeleted(fact.id(), target.number(), fact.type()), cause);
            } else if (!carried.equals(fact)) {
                journal.add(
                        new Event.FactChanged(
                                fact.id(), target.number(), fact.type(), carried.fields()),
                        cause);
            }
        }
    }

    /** Loads the text in force, or notes that it broke in an earlier try and stays out. */
    private void bringIn(int id, @Nullable Suspension out, int restored, Cause cause) {
        if (out != null) {
            out.note(journal, restored);
            return;
        }
        GameState state = journal.state();
        RuleEntry rule = Objects.requireNonNull(state.rulebook().get(id));
        BlackBox.loads(id, rule.revision());
        if (rule.text().code().isBlank()) {
            memory.unload(id);
            sleepWith(id, cause);
        } else {
            memory.load(linkedAnew(rule, cause));
            noteOwnChanges.run();
        }
    }

    /** A rule and those that import from it, as they fit its present text; others fall asleep. */
    private List<CompiledRule> linkedAnew(RuleEntry rule, Cause cause) {
        var linked = new ArrayList<CompiledRule>();
        linked.add(rulebooks.compiled(journal.state(), rule.id(), rule.text().code()));
        for (RuleEntry dependent : RuleLinks.to(journal.state(), rule.id())) {
            suspensions.of(dependent.id(), 0);
            var others = new ArrayList<>(memory.loaded());
            others.addAll(linked);
            String code = dependent.text().code();
            switch (rulebooks.check(journal.state(), dependent.id(), code, others)) {
                case Check.Accepted accepted -> linked.add(accepted.rule());
                case Check.Refused refused ->
                        sleep(
                                () ->
                                        Dependents.putToSleep(
                                                journal,
                                                dependent,
                                                "it no longer fits rule "
                                                        + rule.number()
                                                        + ": "
                                                        + refused.diagnostics()
                                                                .getFirst()
                                                                .message(),
                                                cause));
            }
        }
        return linked;
    }

    private void sleepWith(int id, Cause cause) {
        sleep(() -> Dependents.putToSleep(journal, id, cause));
    }

    /** Takes those out of the session that are put to sleep. */
    private void sleep(Runnable putToSleep) {
        int mark = journal.size();
        putToSleep.run();
        for (Occurrence asleep : journal.since(mark)) {
            if (asleep.event() instanceof Event.RuleSuspended suspended) {
                suspensions.of(suspended.id(), 0);
                memory.unload(suspended.id());
            }
        }
    }

    private List<OwnFact> facts(int ruleId) {
        var facts = new ArrayList<OwnFact>();
        for (OwnFact fact : journal.state().facts().values()) {
            if (fact.rule() == ruleId) {
                facts.add(fact);
            }
        }
        return facts;
    }
}
