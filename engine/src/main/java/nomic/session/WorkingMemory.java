package nomic.session;

import nomic.code.CompiledRule;
import nomic.code.Meter;
import nomic.game.GameState;
import nomic.game.OwnFact;
import nomic.game.RuleEntry;

import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.AgendaGroup;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The knowledge session of one command: a state's facts, and the rules that match them. */
final class WorkingMemory implements AutoCloseable {
    /** The two agenda groups. */
    enum Group {
        LEGALITY("legality"),
        PLAY("play");

        private final String agendaGroup;

        Group(String agendaGroup) {
            this.agendaGroup = agendaGroup;
        }
    }

    private final Base base;
    private final Rulebooks rulebooks;
    private final Supplier<GameState> state;
    private final Asking law;
    private final Meter meter;
    private final List<FactHandle> passing = new ArrayList<>();
    private final Set<String> firedOnPassing = new HashSet<>();
    private KieSession session;
    private Matches matches;
    private OwnMemory own;
    private Map<String, FactHandle> handles = new TreeMap<>();
    private Map<String, Object> view;
    private int passed;

    WorkingMemory(
            Base base, Rulebooks rulebooks, Supplier<GameState> state, Asking law, Meter meter) {
        this.base = base;
        this.rulebooks = rulebooks;
        this.state = state;
        this.law = law;
        this.meter = meter;
        this.view = FactView.kernel(state.get());
        this.matches = new Matches(law.secrecy());
        this.session = base.session();
        this.own = new OwnMemory(session, base, state, law, meter, matches);
        fill();
    }

    /** Inserts all facts into a session that has none, in their order. */
    private void fill() {
        session.getGlobals().set("law", law);
        session.addEventListener(new Firings());
        session.addEventListener(own);
        try {
            guarded(
                    () -> {
                        view.forEach((key, fact) -> handles.put(key, insert(key, fact)));
                        FactView.own(state.get()).forEach(own::insert);
                    });
        } catch (RuntimeException | Error failure) {
            session.dispose();
            throw failure;
        }
    }

    /** Derives a session that is disposed of again, with the facts between two rounds. */
    private void deriveAgain() {
        session = base.session();
        matches = new Matches(law.secrecy());
        handles = new TreeMap<>();
        own = new OwnMemory(session, base, state, law, meter, matches);
        fill();
    }

    /**
     * Takes it that rules have fired for what is there: in a quiet state they have. Verdicts are
     * given anew in each command, so the matches of legality stay.
     */
    void settle() {
        guarded(
                () -> {
                    if (focus(Group.PLAY)) {
                        session.fireAllRules(match -> false);
                    }
                });
    }

    /** Makes the kernel's facts those of a state. */
    void project(GameState next) {
        Map<String, Object> wanted = FactView.kernel(next);
        guarded(
                () -> {
                    for (String key : view.keySet()) {
                        if (!wanted.containsKey(key)) {
                            delete(Objects.requireNonNull(handles.remove(key)));
                        }
                    }
                    wanted.forEach((key, fact) -> put(key, view.get(key), fact));
                });
        view = wanted;
    }

    private void put(String key, @Nullable Object before, Object fact) {
        if (before == null) {
            handles.put(key, insert(key, fact));
        } else if (!before.equals(fact)) {
            FactHandle handle = Objects.requireNonNull(handles.get(key));
            matches.name(handle, key, fact);
            session.update(handle, fact, Properties.changed(before, fact));
        }
    }

    private FactHandle insert(String key, Object fact) {
        FactHandle handle = session.insert(fact);
        matches.name(handle, key, fact);
        return handle;
    }

    private void delete(FactHandle handle) {
        matches.forget(handle);
        session.delete(handle);
    }

    /** Inserts a move or event fact, which is there for one round. */
    void insertPassing(Object fact) {
        guarded(() -> passing.add(insert("passing/" + passed++, fact)));
    }

    private void endRound() {
        passing.forEach(this::delete);
        passing.clear();
    }

    /** Whether a rule has a pattern of a kernel fact. */
    boolean watches(Class<?> fact) {
        return base.watches(fact);
    }

    /** Inserts facts that are judged, fires legality and takes them away again. */
    void judge(List<? extends Object> judged) {
        guarded(
                () -> {
                    List<FactHandle> there = new ArrayList<>();
                    for (Object fact : judged) {
                        there.add(insert("judged/" + fact, fact));
                    }
                    fire(Group.LEGALITY);
                    there.forEach(this::delete);
                });
        law.legality(false);
    }

    /** Fires until quiet, once with the facts of the round and once without. */
    void play() {
        guarded(
                () -> {
                    fire(Group.PLAY);
                    endRound();
                    fire(Group.PLAY);
                });
    }

    private void fire(Group group) {
        fire(group, this::mayFire);
    }

    private void fire(Group group, AgendaFilter filter) {
        law.legality(group == Group.LEGALITY);
        if (!focus(group)) {
            return;
        }
        session.fireAllRules(filter);
    }

    /** False where no rule belongs to the group. */
    private boolean focus(Group group) {
        AgendaGroup rules = session.getAgenda().getAgendaGroup(group.agendaGroup);
        if (rules == null) {
            return false;
        }
        rules.setFocus();
        return true;
    }

    /** A match on a passing fact fires once for a combination of facts, whatever is modified. */
    private boolean mayFire(Match match) {
        if (!matches.passing(match)) {
            return true;
        }
        String name = match.getRule().getPackageName() + '/' + match.getRule().getName();
        return firedOnPassing.add(name + '/' + matches.key(match));
    }

    /**
     * Loads the classes of rules in place of those that they had, and fires them for what stands.
     * The session is derived again on the changed base: nodes that are added to a session are fed
     * with the facts that it has in an order that is another in each process.
     */
    void load(List<CompiledRule> rules) {
        session.dispose(); // its facts are of the old classes
        guarded(
                () -> {
                    rules.forEach(rule -> base.remove(rule.ruleId()));
                    rules.forEach(rule -> rulebooks.load(base, rule));
                });
        deriveAgain();
        Set<Integer> ids = rules.stream().map(CompiledRule::ruleId).collect(Collectors.toSet());
        guarded(() -> fire(Group.PLAY, match -> ids.contains(Matches.ruleId(match))));
    }

    /** The rules that are loaded. */
    Collection<CompiledRule> loaded() {
        return base.rules();
    }

    /** Removes the classes of a rule and its own facts. */
    void unload(int ruleId) {
        guarded(
                () -> {
                    own.deleteOf(ruleId);
                    base.remove(ruleId);
                });
    }

    /** Knows an own fact under its id. */
    void adopt(OwnFact fact, FactHandle handle) {
        own.adopt(fact, handle);
    }

    /** How the rules' own facts differ from what they were when this was last asked. */
    Map<OwnMemory.Change, MatchInHand> ownChanges() {
        var changes = new LinkedHashMap<OwnMemory.Change, MatchInHand>();
        guarded(() -> changes.putAll(own.changes()));
        return changes;
    }

    /** The key of a rule's own fact; null where it is not in the session. */
    @Nullable String keyOf(Object own) {
        FactHandle handle = session.getFactHandle(own);
        return handle == null ? null : matches.key(handle);
    }

    /** The kernel's facts and the rules' own as they are in the session, in canonical form. */
    Map<String, Object> export() {
        var facts = new TreeMap<String, Object>();
        handles.forEach((key, handle) -> facts.put(key, session.getObject(handle)));
        guarded(() -> facts.putAll(own.export()));
        return facts;
    }

    private void guarded(Runnable work) {
        Culprit.guard(work, this::fault, meter, law);
    }

    private Fault fault(int rule, String name, String why) {
        return new Fault(rule, name, why, law.legality());
    }

    @Override
    public void close() {
        session.dispose();
    }

    /** Keeps the match in hand, for causes and for blame. */
    private final class Firings extends DefaultAgendaEventListener {
        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            int id = Matches.ruleId(event.getMatch());
            meter.fire(id);
            RuleEntry rule = Objects.requireNonNull(state.get().rulebook().get(id));
            law.take(matches.inHand(event.getMatch(), rule));
        }

        @Override
        public void afterMatchFired(AfterMatchFiredEvent event) {
            MatchInHand match = law.inHand();
            if (match != null) {
                event.getMatch().getFactHandles().forEach(handle -> own.touch(handle, match));
            }
            law.drop();
            meter.current(0);
        }
    }
}
