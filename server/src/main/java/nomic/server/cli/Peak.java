package nomic.server.cli;

import nomic.game.Decided;
import nomic.game.Limit;
import nomic.game.Limits;
import nomic.game.Use;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The most that a rule used of each budget in any one command of a trial.
 *
 * @param rule its number
 */
record Peak(int rule, Use use) {
    /** The budgets that are charged to rules. */
    static final List<Limit> CHARGED =
            List.of(Limit.FUEL, Limit.BYTES, Limit.FACTS, Limit.FIRINGS, Limit.ASKS, Limit.TEXT);

    private static final double PERCENT = 100;

    /**
     * For programs.
     *
     * @param most amounts by name, and {@code time} in nanoseconds
     * @param share percentages of the limits, by name
     */
    record View(int rule, Map<String, Long> most, Map<String, Double> share) {}

    /** All rules of a trial that used anything, by number. */
    static List<Peak> of(Trial trial) {
        SortedMap<Integer, Use> most = new TreeMap<>();
        for (Decided decided : trial.commands()) {
            decided.use().forEach((id, use) -> most.merge(id, use, Peak::most));
        }
        var peaks = new ArrayList<Peak>();
        most.forEach((id, use) -> peaks.add(new Peak(trial.numberOf(id), use)));
        peaks.sort(Comparator.comparingInt(Peak::rule));
        return peaks;
    }

    private static Use most(Use one, Use other) {
        return new Use(
                Math.max(one.firings(), other.firings()),
                Math.max(one.fuel(), other.fuel()),
                Math.max(one.bytes(), other.bytes()),
                Math.max(one.facts(), other.facts()),
                Math.max(one.asks(), other.asks()),
                Math.max(one.text(), other.text()),
                Math.max(one.time(), other.time()));
    }

    long amount(Limit limit) {
        return switch (limit) {
            case FUEL -> use.fuel();
            case BYTES -> use.bytes();
            case FACTS -> use.facts();
            case FIRINGS -> use.firings();
            case ASKS -> use.asks();
            case TEXT -> use.text();
            case DEPTH, KEPT, CONTENT, ROUNDS, EVENTS -> 0;
        };
    }

    /** The share of a limit in percent. */
    double share(Limit limit, Limits limits) {
        long most = limits.of(limit);
        return most == 0 ? 0 : amount(limit) * PERCENT / most;
    }

    View view(Limits limits) {
        var most = new TreeMap<String, Long>();
        var shares = new TreeMap<String, Double>();
        for (Limit limit : CHARGED) {
            most.put(limit.word(), amount(limit));
            shares.put(limit.word(), Math.round(share(limit, limits) * PERCENT) / PERCENT);
        }
        most.put("time", use.time());
        return new View(rule, most, shares);
    }
}
