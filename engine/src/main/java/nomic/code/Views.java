package nomic.code;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Bounds how deep views of collections lie on one another: each look at the uppermost goes through
 * all of them. Public only because rule classes live in packages of their own.
 */
public final class Views {
    private static final int DEEPEST = 16;
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
}
