package nomic.why;

import nomic.game.GameState;
import nomic.game.OwnFact;
import nomic.game.RuleEntry;
import nomic.log.Recorded;
import nomic.reading.Plain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Explains what happened in one game and what stands on record in it. */
public final class Explainer {
    /** How many events may stand one behind another in an answer, at most. */
    public static final int DEEPEST = 20;

    /** Forms of facts that can be asked about. */
    public static final String FACTS =
            "holding/PLAYER/ASSET, rule/NUMBER, turn, player/NAME, proposal/NUMBER,"
                    + " offer/PLAYER/NAME, deadline/NAME, case/NUMBER, fact/ID";

    private static final int MOST_CHANGES = 10;

    private final Chronicle chronicle;
    private final GameState state;
    private final int depth;

    /**
     * @param state after the last event of the chronicle
     * @param depth how many events may stand one behind another in an answer
     */
    public Explainer(Chronicle chronicle, GameState state, int depth) {
        this.chronicle = chronicle;
        this.state = state;
        this.depth = Math.clamp(depth, 1, DEEPEST);
    }

    /** Why an event happened; null where there is none of that number. */
    public @Nullable Why event(long seq) {
        Recorded recorded = chronicle.event(seq);
        return recorded == null
                ? null
                : new Causes(chronicle, depth)
                        .of(
                                "Why event "
                                        + seq
                                        + ": "
                                        + EventWords.of(recorded.occurrence().event())
                                        + "?",
                                List.of(seq));
    }

    /**
     * Why something is as it is; null where nothing is on record under that name.
     *
     * @param fact in one of the forms of {@link #FACTS}
     */
    public @Nullable Why fact(String fact) {
        String[] parts = fact.split("/", 3);
        String sentence =
                switch (parts[0] + parts.length) {
                    case "holding3" ->
                            state.holds(parts[1], parts[2])
                                    ? "%s holds %d %s."
                                            .formatted(
                                                    Plain.line(parts[1]),
                                                    state.holding(parts[1], parts[2]),
                                                    Plain.line(parts[2]))
                                    : null;
                    case "rule2" -> rule(parts[1]);
                    case "turn1" ->
                            state.turn() == null
                                    ? null
                                    : "It is the turn of "
                                            + Plain.line(state.turn().player())
                                            + ".";
                    case "player2" -> {
                        var player = state.players().get(parts[1]);
                        yield player == null
                                ? null
                                : Plain.line(player.name())
                                        + " is "
                                        + EventWords.lower(player.standing())
                                        + ".";
                    }
                    case "proposal2" -> {
                        var proposal =
                                number(parts[1]) == 0
                                        ? null
                                        : state.proposals().get(number(parts[1]));
                        yield proposal == null
                                ? null
                                : "Proposal %d is %s."
                                        .formatted(
                                                proposal.number(),
                                                EventWords.lower(proposal.status()));
                    }
                    case "offer3" ->
                            state.offers().values().stream()
                                            .anyMatch(
                                                    each ->
                                                            each.offer().player().equals(parts[1])
                                                                    && each.offer()
                                                                            .name()
                                                                            .equals(parts[2]))
                                    ? "The action %s is open to %s."
                                            .formatted(Plain.quoted(parts[2]), Plain.line(parts[1]))
                                    : null;
                    case "deadline2", "deadline3" -> deadline(fact.substring("deadline/".length()));
                    case "case2" ->
                            state.cases().containsKey(number(parts[1]))
                                    ? "There is case " + number(parts[1]) + "."
                                    : null;
                    case "fact2" -> own(parts[1]);
                    default -> null;
                };
        return sentence == null ? null : told(sentence, key(fact, parts));
    }

    private @Nullable String rule(String number) {
        int id = chronicle.id(number(number));
        RuleEntry rule = id == 0 ? null : state.rulebook().get(id);
        return rule == null
                ? null
                : "Rule %d, %s, is %s and %s, in revision %d."
                        .formatted(
                                rule.number(),
                                Plain.quoted(rule.text().title()),
                                EventWords.lower(rule.status()),
                                rule.mutable() ? "mutable" : "immutable",
                                rule.revision());
    }

    private @Nullable String deadline(String name) {
        var deadline = state.deadlines().get(name);
        return deadline == null
                ? null
                : "The deadline %s is set for %s.".formatted(Plain.quoted(name), deadline.at());
    }

    private @Nullable String own(String id) {
        OwnFact fact = state.facts().get(number(id));
        return fact == null
                ? null
                : "Rule %d keeps the fact %d, a %s."
                        .formatted(state.numberOf(fact.rule()), fact.id(), Plain.line(fact.type()));
    }

    private String key(String fact, String[] parts) {
        return parts[0].equals("rule") ? "rule/" + chronicle.id(number(parts[1])) : fact;
    }

    private Why told(String sentence, String key) {
        List<Long> all = new ArrayList<>(chronicle.all(key));
        Collections.reverse(all);
        List<Long> last = all.subList(0, Math.min(all.size(), MOST_CHANGES));
        Why why = new Causes(chronicle, depth).of(sentence, last);
        if (all.isEmpty()) {
            Link founded =
                    new Link(
                            Link.What.FOUNDING,
                            "It stands so in the ruleset "
                                    + Plain.line(chronicle.ruleset())
                                    + ", with which the game began.",
                            0,
                            0,
                            0,
                            Map.of(),
                            List.of());
            return new Why(sentence, List.of(founded), 0);
        }
        return new Why(sentence, why.chain(), why.leftOut() + all.size() - last.size());
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
