package nomic.session;

import nomic.game.GameState;
import nomic.game.OwnFact;

import java.util.ArrayList;
import java.util.List;

/** What there is to see of a game's knowledge session, worked out from its state. */
public final class Inspection {
    private Inspection() {}

    /**
     * A fact in working memory, or one that sleeps with its rule.
     *
     * @param key of this fact alone: what it is of, and its name or number
     * @param rule the id of the rule to which it belongs; 0 where it belongs to none
     * @param asleep whether its rule is not in force, so that no rule sees it
     * @param value the fact of the kernel, or the fields of a rule's own
     */
    public record Fact(String key, String type, int rule, boolean asleep, Object value) {}

    /** The facts in the order in which a session gets them, those that sleep last. */
    public static List<Fact> facts(GameState state) {
        var facts = new ArrayList<Fact>();
        FactView.kernel(state)
                .forEach((key, fact) -> facts.add(kernel(key, fact, rule(state, key), false)));
        FactView.own(state).forEach(fact -> facts.add(own(fact, false)));
        state.deadlines()
                .forEach(
                        (name, deadline) -> {
                            if (!FactView.awake(state, deadline.rule())) {
                                String key = "Deadline/" + name;
                                var fact = FactView.deadline(deadline);
                                facts.add(kernel(key, fact, deadline.rule(), true));
                            }
                        });
        state.offers()
                .forEach(
                        (id, offer) -> {
                            if (!FactView.awake(state, offer.rule())) {
                                facts.add(kernel("Offer/" + id, offer.offer(), offer.rule(), true));
                            }
                        });
        state.facts().values().stream()
                .filter(fact -> !FactView.awake(state, fact.rule()))
                .forEach(fact -> facts.add(own(fact, true)));
        return facts;
    }

    private static Fact kernel(String key, Object fact, int rule, boolean asleep) {
        return new Fact(key, fact.getClass().getSimpleName(), rule, asleep, fact);
    }

    private static Fact own(OwnFact fact, boolean asleep) {
        return new Fact("Fact/" + fact.id(), fact.type(), fact.rule(), asleep, fact.fields());
    }

    private static int rule(GameState state, String key) {
        String[] parts = key.split("/", 3);
        return switch (parts[0]) {
            case "Deadline" -> deadlineRule(state, key.substring("Deadline/".length()));
            case "Offer" -> offerRule(state, Integer.parseInt(parts[1]));
            case "Deference", "Precedence" -> Integer.parseInt(parts[1]);
            default -> 0;
        };
    }

    private static int deadlineRule(GameState state, String name) {
        var deadline = state.deadlines().get(name);
        return deadline == null ? 0 : deadline.rule();
    }

    private static int offerRule(GameState state, int id) {
        var offer = state.offers().get(id);
        return offer == null ? 0 : offer.rule();
    }
}
