package nomic.why;

import nomic.game.Cause;
import nomic.game.Event;
import nomic.log.GameId;
import nomic.log.GameLog;
import nomic.log.Recorded;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The events of a game, found by what they brought about. It is made by walking through them once
 * and can be continued. It is not safe for use by many threads.
 */
public final class Chronicle {
    private static final int PAGE = 500;

    private final List<Recorded> events = new ArrayList<>();
    private final Map<String, List<Long>> places = new HashMap<>();
    private final Map<Integer, Integer> ids = new TreeMap<>();
    private final Map<Long, Map<Integer, Integer>> idsAt = new HashMap<>();
    private Map<Integer, Integer> idsNow = Map.of();
    private String ruleset = "";

    /** Takes the next event, whose sequence number is one more than that of the last. */
    public void add(Recorded recorded) {
        if (recorded.seq() != head() + 1) {
            throw new IllegalArgumentException("Event " + recorded.seq() + " does not follow");
        }
        events.add(recorded);
        Event event = recorded.occurrence().event();
        if (recorded.occurrence().cause() instanceof Cause.ByRule) {
            idsAt.put(recorded.seq(), idsNow);
        }
        Keys.of(event)
                .forEach(
                        key ->
                                places.computeIfAbsent(key, _ -> new ArrayList<>())
                                        .add(recorded.seq()));
        number(event);
    }

    /** Takes all events of a game that the log has after the last. */
    public void follow(GameLog log, GameId game) {
        follow(log, game, events -> events);
    }

    /**
     * The same of what somebody sees of the events.
     *
     * @param sight makes of some events what is seen of them
     */
    public void follow(GameLog log, GameId game, UnaryOperator<List<Recorded>> sight) {
        List<Recorded> page;
        do {
            page = log.read(game, head(), PAGE);
            sight.apply(page).forEach(this::add);
        } while (page.size() == PAGE);
    }

    private void number(Event event) {
        switch (event) {
            case Event.GameCreated e -> {
                ruleset = e.ruleset();
                e.rules().forEach(rule -> ids.put(rule.number(), rule.permanentId()));
            }
            case Event.GameForked e -> {
                ruleset = e.state().ruleset();
                e.state().rulebook().values().forEach(rule -> ids.put(rule.number(), rule.id()));
            }
            case Event.RolledBack e -> {
                places.values().forEach(all -> all.removeIf(seq -> seq > e.to()));
                ids.clear();
                e.state().rulebook().values().forEach(rule -> ids.put(rule.number(), rule.id()));
            }
            case Event.RuleEnacted e -> ids.put(e.rule(), e.id());
            case Event.RuleRenumbered e -> {
                ids.remove(e.rule(), e.id());
                ids.put(e.number(), e.id());
            }
            default -> {
                return;
            }
        }
        idsNow = Map.copyOf(ids);
    }

    /** The sequence number of the last event; 0 where there is none. */
    public long head() {
        return events.size();
    }

    /** The name of the ruleset with which the game began. */
    String ruleset() {
        return ruleset;
    }

    /** An event; null where there is none of that number. */
    @Nullable Recorded event(long seq) {
        return seq < 1 || seq > head() ? null : events.get((int) seq - 1);
    }

    /** All events of a key, in order. */
    List<Long> all(String key) {
        return places.getOrDefault(key, List.of());
    }

    /** The last event of a key before another; 0 where there is none. */
    long before(String key, long seq) {
        List<Long> all = all(key);
        int from = 0;
        int to = all.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (all.get(middle) < seq) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0 ? 0 : all.get(from - 1);
    }

    /** The ids of rules by the numbers that they had when an event happened. */
    Map<Integer, Integer> idsAt(long seq) {
        return idsAt.getOrDefault(seq, idsNow);
    }

    /** The id of the rule that has a number at present, or of which it is the id; 0 for none. */
    int id(int number) {
        return ids.getOrDefault(number, ids.containsValue(number) ? number : 0);
    }
}
