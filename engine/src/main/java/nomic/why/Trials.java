package nomic.why;

import nomic.code.Outline;
import nomic.code.Outline.Deed;
import nomic.code.Outline.DrlRule;
import nomic.game.GameState;
import nomic.reading.Reading;
import nomic.why.NotWon.Condition;
import nomic.why.NotWon.Standing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Trials of the conditions of one DRL rule for one player: the first alone, then the first two, and
 * so on. What waits for an event is left out, and what rests on it.
 */
final class Trials {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");
    private static final Pattern BINDING = Pattern.compile("(\\$\\w+)\\s*:(?!:)");
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\w .-]{1,60}");
    private static final String NOW = "TimePassed()";

    private final DrlRule rule;
    private final String winner;
    private final String player;
    private final GameState state;
    private final Map<Integer, Integer> byCondition = new TreeMap<>();

    Trials(GameState state, DrlRule rule, Deed win, String player) {
        this.state = state;
        this.rule = rule;
        this.winner = win.arguments().isEmpty() ? "" : win.arguments().getFirst();
        this.player = player;
    }

    void addTo(Probe probe) {
        List<String> sources = rule.sources();
        List<String> before = new ArrayList<>(List.of(NOW));
        Set<String> bound = new HashSet<>();
        for (int i = 0; i < sources.size(); i++) {
            String source = sources.get(i);
            Outline.Condition condition = rule.conditions().get(i);
            Set<String> its = variables(source, BINDING);
            Set<String> known = new HashSet<>(bound);
            known.addAll(its);
            if (Doubter.waits(condition) || !known.containsAll(variables(source, VARIABLE))) {
                continue;
            }
            before.add(source);
            bound.addAll(its);
            if (its.contains(winner) && PLAIN_NAME.matcher(player).matches()) {
                before.add("eval( " + winner + ".equals(\"" + player + "\") )");
            }
            byCondition.put(i, probe.add(before));
        }
    }

    private static Set<String> variables(String source, Pattern pattern) {
        Set<String> found = new HashSet<>();
        var matcher = pattern.matcher(source);
        while (matcher.find()) {
            found.add(matcher.groupCount() == 0 ? matcher.group() : matcher.group(1));
        }
        return found;
    }

    boolean any() {
        return !byCondition.isEmpty();
    }

    /**
     * @param said the facts of the trials that went well, by their numbers
     */
    List<Condition> told(Map<Integer, List<Map<String, Object>>> said) {
        List<String> sentences = Reading.conditions(rule);
        List<Condition> conditions = new ArrayList<>();
        boolean failed = false;
        for (int i = 0; i < sentences.size(); i++) {
            Integer trial = byCondition.get(i);
            List<Map<String, Object>> facts = trial == null ? null : said.get(trial);
            Standing standing;
            if (trial == null || failed) {
                standing = Doubter.open(rule.conditions().get(i));
            } else if (facts == null) {
                standing = Standing.FAILS;
                failed = true;
            } else {
                standing = Standing.HOLDS;
            }
            List<Map<String, Object>> shown = facts == null || failed ? List.of() : now(facts);
            conditions.add(
                    new Condition(
                            sentences.get(i),
                            standing,
                            standing == Standing.FAILS
                                    ? instead(rule.conditions().get(i))
                                    : shown));
        }
        return conditions;
    }

    /** What the player has instead of what a condition on holdings asks for. */
    private List<Map<String, Object>> instead(Outline.Condition condition) {
        if (!condition.type().equals("Holding")) {
            return List.of();
        }
        List<Map<String, Object>> held = new ArrayList<>();
        state.holdings()
                .getOrDefault(player, Collections.emptySortedMap())
                .forEach(
                        (asset, amount) -> {
                            boolean asked =
                                    condition.constraints().stream()
                                            .noneMatch(
                                                    each ->
                                                            each.left().equals("asset")
                                                                    && !each.right()
                                                                            .contains(asset));
                            if (asked) {
                                held.add(
                                        Map.of(
                                                "type", "Holding", "owner", player, "asset", asset,
                                                "amount", amount));
                            }
                        });
        return held;
    }

    private static List<Map<String, Object>> now(List<Map<String, Object>> facts) {
        return facts.stream().filter(fact -> !"TimePassed".equals(fact.get("type"))).toList();
    }
}
