package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * How many keys of a hash table share a hash code, for keys that have no order of their own: the
 * library compares such keys one by one, without a step of rule code.
 */
final class Collisions {
    private static final long COMPARED = 4;

    private final Map<Integer, Integer> keysByHash = new HashMap<>();

    /** Pays for looking a key up. */
    void pay(@Nullable Object key) {
        if (key != null && !keysByHash.isEmpty() && matters(key)) {
            Fuel.meter().burn(COMPARED * keysByHash.getOrDefault(key.hashCode(), 0));
        }
    }

    void added(@Nullable Object key) {
        if (key != null && matters(key)) {
            keysByHash.merge(key.hashCode(), 1, Integer::sum);
        }
    }

    void removed(@Nullable Object key) {
        if (key != null && matters(key)) {
            keysByHash.computeIfPresent(key.hashCode(), (_, keys) -> keys == 1 ? null : keys - 1);
        }
    }

    void clear() {
        keysByHash.clear();
    }

    /** Comparable keys are found in a tree; equality of records and own classes is metered. */
    private static boolean matters(@Nullable Object key) {
        return key != null
                && !(key instanceof Comparable<?>)
                && !(key.getClass().getClassLoader() instanceof RuleLoader);
    }
}
