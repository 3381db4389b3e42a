package nomic.game;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one command may use: data of a game, given when it is founded. Written as the amounts that
 * are not the standard ones, by name.
 *
 * @param given the amounts that are not the standard ones
 */
public record Limits(SortedMap<Limit, Long> given) {
    /** Enough for any honest command, and over in a fraction of a second. */
    public static final Limits STANDARD = new Limits(new TreeMap<>());

    public Limits {
        var different = new TreeMap<>(given);
        different.entrySet().removeIf(each -> each.getValue() == each.getKey().standard());
        given = Collections.unmodifiableSortedMap(different);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Limits read(Map<String, Long> byName) {
        var given = new TreeMap<Limit, Long>();
        byName.forEach((name, amount) -> given.put(named(name), amount));
        return new Limits(given);
    }

    private static Limit named(String name) {
        Limit limit = Limit.named(name);
        if (limit == null) {
            throw new IllegalArgumentException("There is no limit " + name);
        }
        return limit;
    }

    /** What a record says of limits; one from before they were written says nothing. */
    static Limits orStandard(@Nullable Limits recorded) {
        return recorded == null ? STANDARD : recorded;
    }

    /** The amount of a limit. */
    public long of(Limit limit) {
        return given.getOrDefault(limit, limit.standard());
    }

    /** The same with another amount of one limit. */
    public Limits with(Limit limit, long amount) {
        var changed = new TreeMap<>(given);
        changed.put(limit, amount);
        return new Limits(changed);
    }

    /** The same with other amounts of some limits, by name. */
    public Limits with(SortedMap<String, Long> amounts) {
        var changed = new TreeMap<>(given);
        amounts.forEach((name, amount) -> changed.put(named(name), amount));
        return new Limits(changed);
    }

    @JsonValue
    SortedMap<String, Long> givenByName() {
        var byName = new TreeMap<String, Long>();
        given.forEach((limit, amount) -> byName.put(limit.word(), amount));
        return byName;
    }
}
