package nomic.code;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Bounds how deep views of collections lie on one another, since each look at the uppermost goes
 * through all of them, and how many stages a stream has, since each element does. Public only
 * because rule classes live in packages of their own.
 */
public final class Views {
    private static final int DEEPEST = 16;
    private static final int MOST_STAGES = 64;
    private static final Set<Class<?>> ROOTS =
            Set.of(
                    ArrayDeque.class,
                    LinkedHashMap.class,
                    LinkedHashSet.class,
                    PaidArrayDeque.class,
                    PaidArrayList.class,
                    PaidHashMap.class,
                    PaidHashSet.class,
                    PaidLinkedList.class,
                    PaidPriorityQueue.class,
                    PaidTreeMap.class,
                    PaidTreeSet.class,
                    TreeMap.class,
                    TreeSet.class);

    private Views() {}

    static boolean isRoot(Object collection) {
        return ROOTS.contains(collection.getClass());
    }

    /** Pays for a view of a collection, and notes how deep it lies. */
    @SuppressWarnings("ReferenceEquality")
    public static void made(Object view, Object base) {
        var meter = Fuel.meter();
        if (view == base || isRoot(base)) {
            meter.allocate(48);
            return;
        }
        int depth = 1 + meter.views().getOrDefault(base, 1);
        if (depth > DEEPEST) {
            throw new IllegalStateException("Views of collections more than " + DEEPEST + " deep");
        }
        meter.allocate(200);
        meter.views().put(view, depth);
    }

    /** Notes how many stages a stream has; a stream can be used only once. */
    public static void staged(Object stage, Object base) {
        var meter = Fuel.meter();
        stage(stage, stages(base, meter), meter);
    }

    /** The same for two streams that are joined. */
    static <S> S joined(S whole, Object first, Object second) {
        var meter = Fuel.meter();
        stage(whole, Math.max(stages(first, meter), stages(second, meter)), meter);
        return whole;
    }

    private static int stages(Object stream, Meter meter) {
        var stages = meter.views().remove(stream);
        return stages == null ? 1 : stages;
    }

    private static void stage(Object stage, int below, Meter meter) {
        if (below >= MOST_STAGES) {
            throw new IllegalStateException("A stream of more than " + MOST_STAGES + " stages");
        }
        meter.views().put(stage, below + 1);
    }
}
