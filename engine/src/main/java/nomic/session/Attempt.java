package nomic.session;

import nomic.code.Diagnostic;
import nomic.code.LimitExceeded;
import nomic.code.Meter;
import nomic.game.Canonical;
import nomic.game.Cause;
import nomic.game.Command;
import nomic.game.Decided;
import nomic.game.Envelope;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.Limits;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Refusal;
import nomic.game.Refusal.Problem;
import nomic.game.RuleEntry;
import nomic.game.Use;
import nomic.law.ClaimDeadEnd;
import nomic.law.EventFact;
import nomic.law.Move;
import nomic.law.Outlook;
import nomic.law.TimePassed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One try at deciding a command, with some revisions left out that broke in an earlier try. The
 * life of a move: legality, then rounds of firing, judging and carrying out, until all is quiet.
 */
final class Attempt {
    /** How a try ended. */
    sealed interface Result {
        /**
         * @param obstacle as in {@link Foreseen}
         */
        record Finished(Decided decided, @Nullable String obstacle) implements Result {}

        /** A package is to be loaded, which needs a base that is not shared. */
        record NeedsOwnBase() implements Result {}

        /**
         * A rule broke.
         *
         * @param revision the revision of the rule that was in force when it broke
         * @param use of all rules up to then
         */
        record Broke(Fault fault, int revision, SortedMap<Integer, Use> use) implements Result {
            Suspension suspension() {
                Use own = use.getOrDefault(fault.rule(), Use.NONE);
                return new Suspension(fault.rule(), revision, fault, own);
            }
        }
    }

    private static final class NeedsOwnBase extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NeedsOwnBase() {
            super("needs a base of its own", null, false, false);
        }
    }

    private final Rulebooks rulebooks;
    private final Kernel kernel;
    private final GameState before;
    private final Envelope envelope;
    private final List<Suspension> suspensions;
    private final boolean ownBase;
    private final Aim aim;
    private final Meter meter;
    private final Journal journal;
    private final Asking law;
    private final Bounds bounds;
    private @Nullable String foreseen;

    Attempt(
            Rulebooks rulebooks,
            Kernel kernel,
            GameState before,
            Envelope envelope,
            List<Suspension> suspensions,
            boolean ownBase,
            Aim aim) {
        this(
                rulebooks,
                kernel,
                before,
                envelope,
                suspensions,
                ownBase,
                Meters.of(limits(before, envelope)),
                aim);
    }

    Attempt(
            Rulebooks rulebooks,
            Kernel kernel,
            GameState before,
            Envelope envelope,
            List<Suspension> suspensions,
            boolean ownBase,
            Meter meter,
            Aim aim) {
        this.rulebooks = rulebooks;
        this.kernel = kernel;
        this.before = before;
        this.envelope = envelope;
        this.suspensions = suspensions;
        this.ownBase = ownBase;
        this.aim = aim;
        this.meter = meter;
        this.journal = new Journal(before);
        this.bounds = new Bounds(limits(before, envelope), journal);
        this.law = new Asking(envelope, journal::state, meter);
    }

    /** Those of the game, which the command that founds it brings along. */
    private static Limits limits(GameState before, Envelope envelope) {
        return envelope.command() instanceof Command.CreateGame create && !before.exists()
                ? create.limits()
                : before.limits();
    }

    Meter meter() {
        return meter;
    }

    Result run() {
        try {
            suspensions.forEach(this::suspendAtStart);
            Decided decided = decide();
            return new Result.Finished(decided, foreseen);
        } catch (NeedsOwnBase _) {
            return new Result.NeedsOwnBase();
        } catch (Fault.Thrown thrown) {
            return broke(thrown.fault());
        }
    }

    /** A budget was passed where no session could catch it. */
    Result broke(LimitExceeded limit) {
        int rule = limit.ruleId() != 0 ? limit.ruleId() : meter.current();
        String why = Culprit.why(limit);
        return broke(new Fault(rule, "", why, law.legality()));
    }

    private Result broke(Fault fault) {
        RuleEntry rule = journal.state().rulebook().get(fault.rule());
        if (rule == null && aim == Aim.AHEAD) {
            throw new TrialDecider.Unclear("more than one command may use");
        }
        if (rule == null) {
            throw new IllegalStateException("No rule to blame: " + fault.why());
        }
        return new Result.Broke(fault, rule.revision(), Meters.uses(meter));
    }

    private void suspendAtStart(Suspension suspension) {
        RuleEntry rule = journal.state().rulebook().get(suspension.rule());
        if (rule != null && rule.inForce() && rule.revision() == suspension.revision()) {
            suspension.note(journal, 0);
            Dependents.putToSleep(journal, rule.id(), suspension.cause(rule));
        }
    }

    private Decided decide() {
        return switch (kernel.prepare(journal.state(), envelope)) {
            case Prepared.Refused refused -> refused(refused.refusal());
            case Prepared.Founding founding -> {
                journal.add(founding.event(), new Cause.ByMove("create"));
                suspensions.forEach(this::suspendAtStart);
                try (WorkingMemory memory = memory()) {
                    rounds(memory, settlement(memory));
                }
                yield accepted();
            }
            case Prepared.Ordered ordered -> {
                carryOut(ordered);
                yield accepted();
            }
            case Prepared.Ready ready -> {
                try (WorkingMemory memory = memory()) {
                    memory.settle();
                    Asked<Verdict> no = forbidden(memory, ready.move());
                    if (no != null) {
                        Cause.ByRule by = no.cause();
                        yield refused(
                                new Refusal.Forbidden(
                                        by.rule(), by.revision(), by.name(), no.ask().reason()));
                    }
                    if (ready.move() instanceof ClaimDeadEnd) {
                        String way = wayOn(memory);
                        if (!way.isEmpty()) {
                            yield refused(
                                    new Refusal.Malformed(
                                            Problem.NOT_A_DEAD_END, way, "Go on with that."));
                        }
                    }
                    List<Diagnostic> failed = tried(ready);
                    if (!failed.isEmpty()) {
                        yield refused(new Refusal.Unchecked(failed));
                    }
                    carryOut(memory, ready);
                }
                yield accepted();
            }
        };
    }

    /** What is wrong with the tests of a proposal. */
    private List<Diagnostic> tried(Prepared.Ready ready) {
        return aim != Aim.AHEAD && !ready.record().isEmpty()
                ? new Trials(rulebooks, kernel).of(journal.state(), ready.record().getFirst())
                : List.of();
    }

    private WorkingMemory memory() {
        GameState state = journal.state();
        Base base = ownBase ? rulebooks.fresh(state) : rulebooks.shared(state);
        return new WorkingMemory(base, rulebooks, journal::state, law, meter);
    }

    private @Nullable Asked<Verdict> forbidden(WorkingMemory memory, Move move) {
        return move instanceof TimePassed ? null : new Court(memory, law).judge(move);
    }

    /** How the game can go on, in a sentence; empty where it cannot. */
    private String wayOn(WorkingMemory memory) {
        Instant due = journal.state().firstDeadline();
        if (due != null) {
            return "The game goes on by itself: a deadline is due at " + due + ".";
        }
        List<Move> moves = WaysOn.of(journal.state(), envelope.at());
        Move move = new Court(memory, law).permitted(moves);
        return move == null ? "" : move.player() + " can still " + WaysOn.describe(move) + ".";
    }

    private void carryOut(WorkingMemory memory, Prepared.Ready ready) {
        int mark = journal.size();
        record(ready.name(), ready.record());
        memory.project(journal.state());
        memory.insertPassing(ready.move());
        eventFacts(mark).forEach(memory::insertPassing);
        rounds(memory, settlement(memory));
    }

    private void carryOut(Prepared.Ordered ordered) {
        if (!ordered.noticed()) {
            record(ordered.name(), ordered.record());
            return;
        }
        try (WorkingMemory memory = memory()) {
            memory.settle();
            Settlement settlement = settlement(memory);
            int mark = journal.size();
            record(ordered.name(), ordered.record());
            for (Occurrence occurrence : journal.since(mark)) {
                settlement.putToSleep(occurrence);
                settlement.wake(occurrence);
            }
            memory.project(journal.state());
            eventFacts(mark).forEach(memory::insertPassing);
            rounds(memory, settlement);
        }
    }

    private void record(String name, List<Event> events) {
        events.forEach(event -> journal.add(event, new Cause.ByMove(name)));
    }

    private Settlement settlement(WorkingMemory memory) {
        return new Settlement(
                memory, rulebooks, journal, this::leftOut, () -> note(memory.ownChanges(), memory));
    }

    private void rounds(WorkingMemory memory, Settlement settlement) {
        Court court = new Court(memory, law);
        var foresight = new Foresight(rulebooks, kernel, before, envelope, suspensions);
        List<Occurrence> closed = List.of();
        for (int round = 1; ; round++) {
            memory.play();
            note(memory.ownChanges(), memory);
            law.drainRolls()
                    .forEach(
                            roll ->
                                    journal.add(
                                            roll.ask().event(), roll.cause(), roll.ask().only()));
            bounds.afterFiring();
            List<Asked<Ask>> asks = law.drainAsks(memory::keyOf);
            if (asks.isEmpty() && closed.isEmpty()) {
                if (aim != Aim.FORK) {
                    prove(memory);
                }
                foreseen = foresight.found();
                return;
            }
            int mark = journal.size();
            Carrying carrying = new Carrying(journal, envelope.at());
            court.judge(asks, outlooks(asks, memory, foresight), journal)
                    .forEach(carrying::carryOut);
            journal.since(mark).forEach(settlement::putToSleep);
            closed.forEach(settlement::settle);
            bounds.afterRound(round, asks);
            memory.project(journal.state());
            closed =
                    journal.since(mark).stream()
                            .filter(each -> each.event() instanceof Event.VoteClosed)
                            .sorted(Comparator.comparingInt(Attempt::proposal))
                            .toList();
            eventFacts(mark).forEach(memory::insertPassing);
        }
    }

    /** What rules are shown of the adoptions that are asked for. */
    private List<Outlook> outlooks(
            List<Asked<Ask>> asks, WorkingMemory memory, Foresight foresight) {
        if (aim == Aim.AHEAD || !memory.watches(Outlook.class)) {
            return List.of();
        }
        List<Integer> proposals = Foresight.proposals(asks, journal.state());
        if (proposals.isEmpty()) {
            return List.of();
        }
        requireOwnBase();
        return foresight.of(proposals);
    }

    private static int proposal(Occurrence closed) {
        return closed.event() instanceof Event.VoteClosed vote ? vote.proposal() : 0;
    }

    private void note(Map<OwnMemory.Change, MatchInHand> changes, WorkingMemory memory) {
        changes.forEach(
                (change, by) -> {
                    switch (change) {
                        case OwnMemory.Change.Inserted in -> {
                            written(by, in.fields());
                            int id = journal.state().nextFact();
                            int number = journal.state().numberOf(in.rule());
                            journal.add(
                                    new Event.FactInserted(
                                            id, number, in.rule(), in.type(), in.fields()),
                                    by.cause());
                            memory.adopt(
                                    Objects.requireNonNull(journal.state().facts().get(id)),
                                    in.handle());
                        }
                        case OwnMemory.Change.Changed(var fact) -> {
                            written(by, fact.fields());
                            journal.add(
                                    new Event.FactChanged(
                                            fact.id(),
                                            journal.state().numberOf(fact.rule()),
                                            fact.type(),
                                            fact.fields()),
                                    by.cause());
                        }
                        case OwnMemory.Change.Deleted(var fact) -> {
                            written(by, Map.of());
                            journal.add(
                                    new Event.FactDeleted(
                                            fact.id(),
                                            journal.state().numberOf(fact.rule()),
                                            fact.type()),
                                    by.cause());
                        }
                    }
                });
    }

    /** Charges what an event of a rule's own fact and its cause will say. */
    private void written(MatchInHand by, Map<String, ?> fields) {
        meter.write(by.rule(), Characters.in(fields) + Characters.in(by.cause().facts()));
    }

    private List<EventFact> eventFacts(int mark) {
        var facts = new ArrayList<EventFact>();
        for (Occurrence occurrence : journal.since(mark)) {
            EventFact fact = EventFacts.of(occurrence, journal.state(), envelope.player());
            if (fact != null) {
                facts.add(fact);
            }
        }
        return facts;
    }

    /** Why a revision that is to be loaded is left out; null where it is not. */
    private @Nullable Suspension leftOut(int ruleId, int revision) {
        requireOwnBase();
        for (Suspension suspension : suspensions) {
            if (suspension.rule() == ruleId && suspension.revision() == revision) {
                return suspension;
            }
        }
        return null;
    }

    private void requireOwnBase() {
        if (!ownBase) {
            throw new NeedsOwnBase();
        }
    }

    /** What the session holds is what the events fold into. */
    private void prove(WorkingMemory memory) {
        var folded = new TreeMap<String, Object>(FactView.kernel(journal.state()));
        FactView.own(journal.state()).forEach(fact -> folded.put("Fact/" + fact.id(), fact));
        String exported = Canonical.text(memory.export());
        String expected = Canonical.text(folded);
        if (!exported.equals(expected)) {
            throw new IllegalStateException(
                    "The session holds " + exported + " but the events fold into " + expected);
        }
    }

    private Decided accepted() {
        return decided(new Outcome.Accepted());
    }

    private Decided refused(Refusal refusal) {
        return decided(new Outcome.Refused(refusal));
    }

    private Decided decided(Outcome outcome) {
        GameState after = journal.state();
        return new Decided(
                envelope,
                outcome,
                law.secrecy().kept(journal.all(), before, after),
                after,
                before.rulebookHash(),
                aim == Aim.FORK ? "" : after.hash(),
                use());
    }

    /** What each rule has used in this try, and those left out of it in theirs. */
    private SortedMap<Integer, Use> use() {
        SortedMap<Integer, Use> use = Meters.uses(meter);
        for (Suspension out : suspensions) {
            use.merge(out.rule(), out.use(), Use::plus);
        }
        return use;
    }
}
