package nomic.why;

import nomic.game.GameState;
import nomic.game.OwnFact;
import nomic.game.Revision;
import nomic.game.RuleEntry;
import nomic.game.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** States that never were, in which one question can be asked of the rules. */
final class Fork {
    private Fork() {}

    /** The same game, in which one rule has no code. */
    static GameState without(GameState state, int ruleId) {
        SortedMap<Integer, RuleEntry> rulebook = new TreeMap<>(state.rulebook());
        rulebook.computeIfPresent(ruleId, (_, rule) -> with(rule, ""));
        return withRulebook(state, rulebook, own(state, ruleId, false));
    }

    /** The same facts, among which only one rule has code, and that another. */
    static GameState alone(GameState state, int ruleId, String code) {
        SortedMap<Integer, RuleEntry> rulebook = new TreeMap<>(state.rulebook());
        rulebook.replaceAll((id, rule) -> with(rule, id == ruleId ? code : ""));
        return withRulebook(state, rulebook, own(state, ruleId, true));
    }

    private static SortedMap<Integer, OwnFact> own(GameState state, int ruleId, boolean its) {
        SortedMap<Integer, OwnFact> facts = new TreeMap<>(state.facts());
        facts.values().removeIf(fact -> (fact.rule() == ruleId) != its);
        return facts;
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

    private static GameState withRulebook(
            GameState state,
            SortedMap<Integer, RuleEntry> rulebook,
            SortedMap<Integer, OwnFact> facts) {
        return new GameState(
                state.name(),
                state.ruleset(),
                state.master(),
                state.status(),
                state.players(),
                state.turn(),
                rulebook,
                state.proposals(),
                state.holdings(),
                state.deadlines(),
                state.offers(),
                state.cases(),
                state.deadEnd(),
                facts,
                state.nextProposal(),
                state.nextOffer(),
                state.nextFact(),
                state.winners(),
                state.limits(),
                state.rulebookOf());
    }
}
