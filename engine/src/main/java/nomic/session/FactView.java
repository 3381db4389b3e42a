package nomic.session;

import nomic.game.CaseEntry;
import nomic.game.DeadlineEntry;
import nomic.game.GameState;
import nomic.game.Judgment;
import nomic.game.OwnFact;
import nomic.game.RemedyEntry;
import nomic.game.RuleEntry;
import nomic.law.Ballot;
import nomic.law.Deadline;
import nomic.law.Deference;
import nomic.law.Holding;
import nomic.law.Player;
import nomic.law.Precedence;
import nomic.law.Remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts that a state stands for, by key, in the order in which sessions insert them. What
 * belongs to a rule that is not in force sleeps and is left out.
 */
final class FactView {
    private FactView() {}

    /** The kernel's facts. */
    static Map<String, Object> kernel(GameState state) {
        var facts = new LinkedHashMap<String, Object>();
        List<Player> players = new ArrayList<>(state.players().values());
        players.sort(Comparator.comparingInt(Player::seat));
        players.forEach(player -> facts.put("Player/" + player.name(), player));
        if (state.turn() != null) {
            // Each turn is a fact of its own: what matches any turn matches every turn anew.
            facts.put("Turn/" + state.turn().number(), state.turn());
        }
        state.rulebook().forEach((id, rule) -> facts.put("Rule/" + id, rule.fact()));
        state.rulebook().values().stream()
                .filter(RuleEntry::inForce)
                .forEach(rule -> precedence(state, rule, facts));
        state.proposals()
                .forEach(
                        (number, proposal) -> {
                            int target = state.numberOf(proposal.target());
                            facts.put("Proposal/" + number, proposal.fact(target));
                            proposal.ballots()
                                    .forEach(
                                            (voter, choice) ->
                                                    facts.put(
                                                            "Ballot/" + number + "/" + voter,
                                                            new Ballot(number, voter, choice)));
                        });
        state.holdings()
                .forEach(
                        (owner, assets) ->
                                assets.forEach(
                                        (asset, amount) ->
                                                facts.put(
                                                        "Holding/" + owner + "/" + asset,
                                                        new Holding(owner, asset, amount))));
        state.deadlines()
                .forEach(
                        (name, deadline) -> {
                            if (awake(state, deadline.rule())) {
                                facts.put("Deadline/" + name, deadline(deadline));
                            }
                        });
        state.offers()
                .forEach(
                        (id, offer) -> {
                            if (awake(state, offer.rule())) {
                                facts.put("Offer/" + id, offer.offer());
                            }
                        });
        state.cases().values().forEach(entry -> dispute(state, entry, facts));
        if (state.deadEnd() != null) {
            facts.put("DeadEnd", state.deadEnd());
        }
        return facts;
    }

    static Deadline deadline(DeadlineEntry entry) {
        return new Deadline(entry.name(), entry.at());
    }

    private static void precedence(GameState state, RuleEntry rule, Map<String, Object> facts) {
        for (int other : rule.yieldsTo()) {
            facts.put(
                    "Deference/" + rule.id() + "/" + other,
                    new Deference(rule.number(), state.numberOf(other)));
        }
        for (int other : rule.comesBefore()) {
            facts.put(
                    "Precedence/" + rule.id() + "/" + other,
                    new Precedence(rule.number(), state.numberOf(other)));
        }
    }

    private static void dispute(GameState state, CaseEntry entry, Map<String, Object> facts) {
        String key = "Case/" + entry.number();
        facts.put(key, entry.fact(state.numberOf(entry.rule())));
        Judgment judgment = entry.judgment();
        if (judgment == null) {
            return;
        }
        int nth = 0;
        for (RemedyEntry remedy : judgment.remedies()) {
            nth++;
            facts.put(
                    key + "/remedy/" + judgment.judge() + "/" + nth,
                    new Remedy(
                            entry.number(), nth, remedy.kind(), remedy.subject(), remedy.amount()));
        }
    }

    /** The rules' own facts. */
    static List<OwnFact> own(GameState state) {
        return state.facts().values().stream().filter(fact -> awake(state, fact.rule())).toList();
    }

    static boolean awake(GameState state, int ruleId) {
        RuleEntry rule = state.rulebook().get(ruleId);
        return rule != null && rule.inForce();
    }
}
