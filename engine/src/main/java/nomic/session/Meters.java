package nomic.session;

import nomic.code.Meter;
import nomic.game.Limit;
import nomic.game.Limits;
import nomic.game.Use;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Between the meters of rule code and what a game keeps of limits and use. */
final class Meters {
    private Meters() {}

    /** A meter with the budgets that a game's limits give. */
    static Meter of(Limits limits) {
        return new Meter(
                new Meter.Limits(
                        limits.of(Limit.FUEL),
                        limits.of(Limit.BYTES),
                        (int) limits.of(Limit.DEPTH),
                        (int) limits.of(Limit.FACTS),
                        limits.of(Limit.FIRINGS),
                        limits.of(Limit.ASKS),
                        limits.of(Limit.TEXT)));
    }

    /** What each rule has used so far, by id. */
    static SortedMap<Integer, Use> uses(Meter meter) {
        Map<Integer, Long> times = meter.nanos();
        var uses = new TreeMap<Integer, Use>();
        meter.uses()
                .forEach(
                        (rule, use) -> {
                            if (rule != 0) {
                                long time = times.getOrDefault(rule, 0L);
                                uses.put(rule, use(use, time));
                            }
                        });
        return uses;
    }

    private static Use use(Meter.Use use, long time) {
        return new Use(
                use.firings(), use.fuel(), use.bytes(), use.facts(), use.asks(), use.text(), time);
    }
}
