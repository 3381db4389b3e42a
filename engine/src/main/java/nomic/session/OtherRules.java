package nomic.session;

import nomic.code.CompiledRule;
import nomic.code.LimitExceeded;
import nomic.game.GameState;
import nomic.game.OwnFact;
import nomic.game.RuleEntry;
import nomic.law.RuleStatus;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts other rules into a state. */
record OtherRules(Rulebooks rulebooks, SortedMap<Integer, RuleEntry> rules) {
    /** Empty where rule code breaks when the facts are carried over. */
    Optional<GameState> of(GameState state) {
        var rulebook = new TreeMap<>(state.rulebook());
        rulebook.putAll(rules);
        var facts = new TreeMap<Integer, OwnFact>();
        try {
            for (OwnFact fact : state.facts().values()) {
                OwnFact carried = carriedOver(state, fact, state.rulebook().get(fact.rule()));
                if (carried != null) {
                    facts.put(fact.id(), carried);
                }
            }
        } catch (LimitExceeded | Fault.Thrown | RuntimeException _) {
            return Optional.empty();
        }
        return Optional.of(state.under(rulebook, facts));
    }

    private @Nullable OwnFact carriedOver(
            GameState state, OwnFact fact, @Nullable RuleEntry before) {
        RuleEntry after = rules.get(fact.rule());
        if (after == null || before == null) {
            return fact;
        }
        if (after.status() == RuleStatus.REPEALED) {
            return null;
        }
        return after.text().code().equals(before.text().code())
                ? fact
                : OwnFacts.carriedOver(fact, compiled(state, before), compiled(state, after));
    }

    private @Nullable CompiledRule compiled(GameState state, RuleEntry rule) {
        String code = rule.text().code();
        return code.isBlank() ? null : rulebooks.compiled(state, rule.id(), code);
    }
}
