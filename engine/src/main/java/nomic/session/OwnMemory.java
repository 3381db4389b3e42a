package nomic.session;

import nomic.code.CompiledRule;
import nomic.code.Meter;
import nomic.game.Cause;
import nomic.game.GameState;
import nomic.game.OwnFact;
import nomic.game.RuleEntry;

import org.drools.core.common.InternalFactHandle;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The rules' own facts in a session: which there are, and what has become of them. */
final class OwnMemory extends DefaultRuleRuntimeEventListener {
    /** What a rule's own fact has become. */
    sealed interface Change {
        /** It is there; {@link OwnMemory#adopt} gives it an id. */
        record Inserted(
                int rule, String type, FactHandle handle, TreeMap<String, @Nullable Object> fields)
                implements Change {}

        record Changed(OwnFact fact) implements Change {}

        record Deleted(OwnFact fact) implements Change {}
    }

    private final KieSession session;
    private final Base base;
    private final Supplier<GameState> state;
    private final Asking law;
    private final Meter meter;
    private final Matches matches;
    private final Map<Integer, OwnFact> facts = new TreeMap<>();
    private final Map<Integer, FactHandle> handles = new TreeMap<>();
    private final Map<FactHandle, MatchInHand> inserted = new LinkedHashMap<>();
    private final Map<FactHandle, MatchInHand> touched = new LinkedHashMap<>();
    private int fresh;

    OwnMemory(
            KieSession session,
            Base base,
            Supplier<GameState> state,
            Asking law,
            Meter meter,
            Matches matches) {
        this.session = session;
        this.base = base;
        this.state = state;
        this.law = law;
        this.meter = meter;
        this.matches = matches;
    }

    void insert(OwnFact fact) {
        CompiledRule rule = base.rule(fact.rule());
        meter.current(fact.rule());
        adopt(fact, session.insert(OwnFacts.object(fact, rule)));
    }

    /** Knows a fact under its id. */
    void adopt(OwnFact fact, FactHandle handle) {
        facts.put(fact.id(), fact);
        handles.put(fact.id(), handle);
        matches.nameOwn(handle, "Fact/" + fact.id(), fact.type(), fact.fields());
    }

    /** Deletes the facts of a rule. */
    void deleteOf(int ruleId) {
        for (OwnFact fact : List.copyOf(facts.values())) {
            if (fact.rule() == ruleId) {
                session.delete(forget(fact.id()));
            }
        }
    }

    private FactHandle forget(int id) {
        facts.remove(id);
        FactHandle handle = Objects.requireNonNull(handles.remove(id));
        matches.forget(handle);
        return handle;
    }

    /** A match had a fact in hand: if the fact turns out changed, it was this match. */
    void touch(FactHandle handle, MatchInHand by) {
        touched.put(handle, by);
    }

    /** How the facts differ from what they were when this was last asked, and by which match. */
    Map<Change, MatchInHand> changes() {
        var changes = new LinkedHashMap<Change, MatchInHand>();
        for (OwnFact fact : List.copyOf(facts.values())) {
            FactHandle handle = Objects.requireNonNull(handles.get(fact.id()));
            MatchInHand by = touched.get(handle);
            Object object = object(handle);
            if (object == null) {
                forget(fact.id());
                changes.put(new Change.Deleted(fact), by == null ? unknown(fact) : by);
                continue;
            }
            var fields = fields(object, fact.rule());
            OwnFact present = new OwnFact(fact.id(), fact.rule(), fact.type(), fields);
            if (!present.equals(fact)) {
                adopt(present, handle);
                changes.put(new Change.Changed(present), by == null ? unknown(fact) : by);
            }
        }
        inserted.forEach((handle, by) -> changes.put(inserted(handle), by));
        inserted.clear();
        touched.clear();
        return changes;
    }

    private Change inserted(FactHandle handle) {
        Object object = Objects.requireNonNull(object(handle));
        int rule = Base.ruleId(object.getClass().getPackageName());
        String type = object.getClass().getSimpleName();
        return new Change.Inserted(rule, type, handle, fields(object, rule));
    }

    private static @Nullable Object object(FactHandle handle) {
        InternalFactHandle internal = (InternalFactHandle) handle;
        return internal.isValid() ? internal.getObject() : null;
    }

    /** A setter was called from a match that did not bind the fact. */
    private MatchInHand unknown(OwnFact fact) {
        RuleEntry rule = Objects.requireNonNull(state.get().rulebook().get(fact.rule()));
        var cause = new Cause.ByRule(rule.number(), rule.revision(), "", List.of());
        return new MatchInHand(rule.id(), cause, "");
    }

    /** The facts as they are in the session, by key. */
    Map<String, OwnFact> export() {
        var exported = new TreeMap<String, OwnFact>();
        handles.forEach(
                (id, handle) -> {
                    OwnFact known = Objects.requireNonNull(facts.get(id));
                    var fields = fields(session.getObject(handle), known.rule());
                    exported.put("Fact/" + id, new OwnFact(id, known.rule(), known.type(), fields));
                });
        return exported;
    }

    private TreeMap<String, @Nullable Object> fields(Object object, int ruleId) {
        meter.current(ruleId);
        return OwnFacts.fields(object, base.rule(ruleId));
    }

    /** A fact is named at once, since others may match it in the same round. */
    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        MatchInHand match = law.inHand();
        if (match != null && Base.declaredByRule(event.getObject())) {
            inserted.put(event.getFactHandle(), match);
            name(event.getFactHandle(), "fresh/" + fresh++, event.getObject());
        }
    }

    @Override
    public void objectUpdated(ObjectUpdatedEvent event) {
        MatchInHand match = law.inHand();
        if (match != null) {
            touched.put(event.getFactHandle(), match);
            name(event.getFactHandle(), matches.key(event.getFactHandle()), event.getObject());
        }
    }

    private void name(FactHandle handle, String key, Object fact) {
        int rule = Base.ruleId(fact.getClass().getPackageName());
        matches.nameOwn(handle, key, fact.getClass().getSimpleName(), fields(fact, rule));
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        MatchInHand match = law.inHand();
        inserted.remove(event.getFactHandle());
        if (match != null) {
            touched.put(event.getFactHandle(), match);
        }
    }
}
