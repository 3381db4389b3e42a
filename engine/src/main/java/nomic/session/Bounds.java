package nomic.session;

import nomic.game.Cause;
import nomic.game.GameState;
import nomic.game.Limit;
import nomic.game.Limits;
import nomic.game.Occurrence;
import nomic.game.OfferEntry;
import nomic.game.OwnFact;
import nomic.game.RuleEntry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The limits that are looked at after each round, as no rule runs: rounds, events, and what the
 * rules in force keep in the game. To blame is who has used most.
 */
final class Bounds {
    private final Limits limits;
    private final Journal journal;
    private final Map<Integer, Long> lateAsks = new TreeMap<>();
    private final Map<Integer, Long> events = new TreeMap<>();
    private int counted;
    private int weighed = -1;

    Bounds(Limits limits, Journal journal) {
        this.limits = limits;
        this.journal = journal;
    }

    /** After the rules have fired: their facts are in the journal, their asks are not. */
    void afterFiring() {
        events();
        kept();
    }

    /** Ends an endless chain: to blame is who asked most in its second half. */
    void afterRound(int round, List<Asked<Ask>> asks) {
        long most = limits.of(Limit.ROUNDS);
        if (round > most / 2) {
            asks.forEach(asked -> lateAsks.merge(asked.rule(), 1L, Long::sum));
        }
        if (round > most) {
            throw fault(
                    lateAsks,
                    "it keeps the game busy for more than "
                            + most
                            + " rounds: react to an event fact such as VoteSettled, not to a fact"
                            + " that stays");
        }
        events();
        kept();
    }

    private void events() {
        for (Occurrence occurrence : journal.since(counted)) {
            if (occurrence.cause() instanceof Cause.ByRule by) {
                RuleEntry rule = journal.state().rule(by.rule());
                if (rule != null) {
                    events.merge(rule.id(), 1L, Long::sum);
                }
            }
        }
        counted = journal.size();
        bound(Limit.EVENTS, events, "it causes more than %d events in one command");
    }

    private void kept() {
        if (weighed == journal.size()) {
            return;
        }
        weighed = journal.size();
        GameState state = journal.state();
        if (state.facts().isEmpty() && state.offers().isEmpty()) {
            return;
        }
        var facts = new TreeMap<Integer, Long>();
        var content = new TreeMap<Integer, Long>();
        for (OwnFact fact : state.facts().values()) {
            if (inForce(fact.rule())) {
                facts.merge(fact.rule(), 1L, Long::sum);
                content.merge(fact.rule(), Characters.in(fact.fields()), Long::sum);
            }
        }
        for (OfferEntry entry : state.offers().values()) {
            if (inForce(entry.rule())) {
                content.merge(entry.rule(), Characters.in(entry.offer()), Long::sum);
            }
        }
        bound(Limit.KEPT, facts, "the game keeps more than %d facts of rules, most of them of it");
        bound(
                Limit.CONTENT,
                content,
                "the game keeps more than %d characters in facts and offers of rules, most of them"
                        + " of it");
    }

    private boolean inForce(int ruleId) {
        RuleEntry rule = journal.state().rulebook().get(ruleId);
        return rule != null && rule.inForce();
    }

    private void bound(Limit limit, Map<Integer, Long> used, String why) {
        long most = limits.of(limit);
        if (used.values().stream().mapToLong(Long::longValue).sum() > most) {
            throw fault(used, why.formatted(most));
        }
    }

    private static Fault.Thrown fault(Map<Integer, Long> used, String why) {
        int culprit = 0;
        long most = 0;
        for (var each : used.entrySet()) {
            if (each.getValue() >= most) {
                culprit = each.getKey();
                most = each.getValue();
            }
        }
        return new Fault.Thrown(new Fault(culprit, "", why, false));
    }
}
