package nomic.why;

import nomic.code.Exports;
import nomic.code.RuleImports;
import nomic.game.GameState;
import nomic.game.OwnFact;
import nomic.game.Revision;
import nomic.game.RuleEntry;
import nomic.game.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** States that never were, in which one question can be asked of the rules. */
final class ReducedState {
    private ReducedState() {}

    /** The same game, in which one rule has no code but the types that it declares. */
    static GameState without(GameState state, int ruleId) {
        SortedMap<Integer, RuleEntry> rulebook = new TreeMap<>(state.rulebook());
        rulebook.computeIfPresent(ruleId, (_, rule) -> with(rule, declarations(rule)));
        return state.under(rulebook, state.facts());
    }

    private static String declarations(RuleEntry rule) {
        return Exports.of(rule.id(), rule.text().code()).declarations();
    }

    /** The same facts, where only one rule has code, and that another. */
    static GameState alone(GameState state, int ruleId, String code) {
        SortedMap<Integer, RuleEntry> rulebook = new TreeMap<>(state.rulebook());
        SortedSet<Integer> uses = RuleImports.of(code);
        rulebook.replaceAll(
                (id, rule) ->
                        with(
                                rule,
                                id == ruleId ? code : uses.contains(id) ? declarations(rule) : ""));
        SortedMap<Integer, OwnFact> facts = new TreeMap<>(state.facts());
        facts.values().removeIf(fact -> fact.rule() != ruleId && !uses.contains(fact.rule()));
        return state.under(rulebook, facts);
    }

    private static RuleEntry with(RuleEntry rule, String code) {
        List<Revision> revisions = new ArrayList<>();
        for (Revision text : rule.revisions()) {
            revisions.add(text.revision() == rule.revision() ? with(text, code) : text);
        }
        return new RuleEntry(
                rule.id(),
                rule.number(),
                rule.mutable(),
                rule.status(),
                rule.revision(),
                revisions,
                rule.strikes(),
                rule.yieldsTo(),
                rule.comesBefore());
    }

    /** What it calls stays on record, since other rules ask for it. */
    private static Revision with(Revision text, String code) {
        return new Revision(
                text.revision(),
                text.proposal(),
                text.title(),
                text.prose(),
                code,
                Texts.hash(text.prose(), code, text.attachments()),
                text.calls(),
                text.suspended(),
                text.attachments());
    }
}
