package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that rule code has given to the engine, which may keep them in hash tables: different
 * ones that share a hash code are compared one by one there.
 */
final class EngineValues {
    /** So few values cannot keep the engine busy, whatever their hash codes. */
    private static final int FREE = 4_096;

    private static final int TOLD_APART = 8;
    private static final int VALUE_BYTES = 100;

    private static final class Sharing {
        private final List<Object> different = new ArrayList<>(1);
        private int more;

        /** How many different values there are, or a few more. */
        int meet(Object value) {
            if (!different.contains(value)) {
                if (different.size() < TOLD_APART) {
                    different.add(value);
                } else {
                    more++;
                }
            }
            return different.size() + more;
        }
    }

    private final Map<Integer, Sharing> byHash = new HashMap<>();
    private int given;

    /** Pays for a value. */
    void pay(@Nullable Object value, Meter meter) {
        if (value == null || !matters(value) || ++given <= FREE) {
            return;
        }
        var sharing = byHash.get(value.hashCode());
        if (sharing == null) {
            meter.allocate(VALUE_BYTES);
            sharing = new Sharing();
            byHash.put(value.hashCode(), sharing);
        }
        meter.burn(sharing.meet(value));
    }

    private static boolean matters(@Nullable Object value) {
        return !(value == null
                || value instanceof Integer
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof Record);
    }
}
