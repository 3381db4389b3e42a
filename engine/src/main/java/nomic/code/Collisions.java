package nomic.code;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How many keys of a hash table share a hash code: the library compares such keys one by one,
 * without a step of rule code. Free are only tables whose keys are all of one class, if the library
 * finds them by their order, or their equality is rule code, which pays for itself.
 */
final class Collisions {
    private static final long COMPARED = 4;

    /** Whether the keys of a class need not be counted as long as there are no others. */
    private static final ClassValue<Boolean> ALONE_FREE =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    return type == String.class
                            || type.getClassLoader() instanceof RuleLoader
                            || isOrdered(type);
                }
            };

    private final Map<Integer, Integer> keysByHash = new HashMap<>();
    private @Nullable Class<?> kind;
    private boolean counts;

    /**
     * Pays for looking a key up.
     *
     * @param keys all that are in the table
     */
    void pay(@Nullable Object key, Iterable<? extends @Nullable Object> keys) {
        if (key == null || key instanceof Enum<?> || kind == null) {
            return;
        }
        if (!counts && key.getClass() != kind) {
            count(keys);
        }
        if (counts) {
            Fuel.meter().burn(COMPARED * keysByHash.getOrDefault(key.hashCode(), 0));
        }
    }

    /** Notes a key, which has been paid for. */
    void added(@Nullable Object key) {
        if (key == null || key instanceof Enum<?>) {
            return;
        }
        if (kind == null) {
            kind = key.getClass();
            counts = !ALONE_FREE.get(kind);
        }
        if (counts) {
            keysByHash.merge(key.hashCode(), 1, Integer::sum);
        }
    }

    void removed(@Nullable Object key) {
        if (counts && key != null && !(key instanceof Enum<?>)) {
            keysByHash.computeIfPresent(key.hashCode(), (_, keys) -> keys == 1 ? null : keys - 1);
        }
    }

    void clear() {
        keysByHash.clear();
        kind = null;
        counts = false;
    }

    private void count(Iterable<? extends @Nullable Object> keys) {
        counts = true;
        for (var key : keys) {
            Fuel.meter().burn(1);
            added(key);
        }
    }

    /**
     * What the library asks of keys before it uses their order: comparable with their own class.
     */
    private static boolean isOrdered(Class<?> type) {
        return Arrays.stream(type.getGenericInterfaces())
                .anyMatch(
                        each ->
                                each instanceof ParameterizedType comparable
                                        && comparable.getRawType() == Comparable.class
                                        && comparable.getActualTypeArguments()[0] == type);
    }
}
