package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedCollection;
import java.util.Set;

/**
 * Guards of collections: costs that multiply, and sets and maps whose order is not that of their
 * elements.
 *
 * @see Guards
 */
public final class CollectionGuards {
    private static final int COUNTED_AT_ONCE = 4;

    private CollectionGuards() {}

    public static boolean containsAll(Collection<?> elements, Collection<?> others) {
        payProduct(elements, others);
        return elements.containsAll(others);
    }

    public static boolean removeAll(Collection<?> elements, Collection<?> others) {
        payProduct(elements, others);
        return elements.removeAll(others);
    }

    public static boolean retainAll(Collection<?> elements, Collection<?> others) {
        payProduct(elements, others);
        return elements.retainAll(others);
    }

    public static boolean contains(Collection<?> elements, @Nullable Object element) {
        payForLook(elements, element);
        return elements.contains(element);
    }

    public static boolean remove(Collection<?> elements, @Nullable Object element) {
        payForLook(elements, element);
        return elements.remove(element);
    }

    /**
     * A hash set finds an element at once, a tree pays for its comparisons, all else one by one.
     */
    private static void payForLook(Collection<?> elements, @Nullable Object element) {
        Weight.scans(element);
        if (!(elements instanceof PaidHashSet<?> || elements instanceof PaidTreeSet<?>)) {
            Weight.scans(elements);
        }
    }

    /** Some views count their elements one by one. */
    public static int size(Collection<?> elements) {
        int size = elements.size();
        if (!Views.isRoot(elements)) {
            Fuel.meter().burn(1 + size / COUNTED_AT_ONCE);
        }
        return size;
    }

    /** Stands for {@code size} of a map. */
    public static int mapSize(Map<?, ?> entries) {
        int size = entries.size();
        if (!Views.isRoot(entries)) {
            Fuel.meter().burn(1 + size / COUNTED_AT_ONCE);
        }
        return size;
    }

    /** Inserting moves all that stands behind. */
    public static void add(List<Object> elements, int index, Object element) {
        Weight.adds(element);
        Fuel.meter().burn(1 + elements.size() / 64);
        elements.add(index, element);
    }

    public static void addFirst(SequencedCollection<Object> elements, Object element) {
        Weight.adds(element);
        Fuel.meter().burn(1 + elements.size() / 64);
        elements.addFirst(element);
    }

    public static int binarySearch(Object[] elements, Object sought) {
        return binarySearch(elements, sought, null);
    }

    public static int binarySearch(
            Object[] elements, Object sought, @Nullable Comparator<Object> order) {
        Weight.scans(sought);
        return Arrays.binarySearch(elements, sought, FunctionGuards.orNatural(order));
    }

    public static int binarySearch(List<Object> elements, Object sought) {
        return binarySearch(elements, sought, null);
    }

    /** A list may have to be walked through. */
    public static int binarySearch(
            List<Object> elements, Object sought, @Nullable Comparator<Object> order) {
        Weight.scans(elements);
        Weight.scans(sought);
        return Collections.binarySearch(elements, sought, FunctionGuards.orNatural(order));
    }

    public static void sort(Object[] elements) {
        sort(elements, null);
    }

    public static void sort(Object[] elements, @Nullable Comparator<Object> order) {
        Weight.scans(elements);
        Arrays.sort(elements, FunctionGuards.orNatural(order));
    }

    public static void sort(List<Object> elements) {
        sort(elements, null);
    }

    public static void sort(List<Object> elements, @Nullable Comparator<Object> order) {
        Weight.scans(elements);
        elements.sort(FunctionGuards.orNatural(order));
    }

    public static Object max(Collection<Object> elements) {
        return max(elements, null);
    }

    public static Object max(Collection<Object> elements, @Nullable Comparator<Object> order) {
        Weight.scans(elements);
        return Collections.max(elements, FunctionGuards.orNatural(order));
    }

    public static Object min(Collection<Object> elements) {
        return min(elements, null);
    }

    public static Object min(Collection<Object> elements, @Nullable Comparator<Object> order) {
        Weight.scans(elements);
        return Collections.min(elements, FunctionGuards.orNatural(order));
    }

    private static void payProduct(Collection<?> elements, Collection<?> others) {
        Weight.scans(elements);
        Weight.scans(others);
        Fuel.meter().burn(1 + Math.multiplyFull(elements.size(), others.size()));
    }

    /** Stands for {@code Set.of} with its elements. */
    public static Set<Object> setOf(Object[] elements) {
        Weight.copies(elements);
        var set = new PaidHashSet<Object>();
        for (var element : elements) {
            if (!set.add(Objects.requireNonNull(element))) {
                throw new IllegalArgumentException("duplicate element: " + Texts.of(element));
            }
        }
        return Collections.unmodifiableSet(set);
    }

    /** Stands for {@code Set.copyOf}. */
    public static Set<Object> setCopyOf(Collection<?> elements) {
        Weight.copies(elements);
        return Collections.unmodifiableSet(new PaidHashSet<>(elements));
    }

    /** Stands for {@code Map.of} with keys and values in turn. */
    public static Map<Object, Object> mapOf(Object[] keysAndValues) {
        Weight.copies(keysAndValues);
        var map = new PaidHashMap<Object, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            put(map, keysAndValues[i], keysAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    /** Stands for {@code Map.ofEntries}. */
    public static Map<Object, Object> mapOfEntries(Map.Entry<?, ?>[] entries) {
        Weight.copies(entries);
        var map = new PaidHashMap<Object, Object>();
        for (var entry : entries) {
            put(map, entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(map);
    }

    /** Stands for {@code Map.copyOf}. */
    public static Map<Object, Object> mapCopyOf(Map<?, ?> map) {
        Weight.copies(map);
        return Collections.unmodifiableMap(new PaidHashMap<Object, Object>(map));
    }

    private static void put(Map<Object, Object> map, Object key, Object value) {
        Objects.requireNonNull(value);
        if (map.put(Objects.requireNonNull(key), value) != null) {
            throw new IllegalArgumentException("duplicate key: " + Texts.of(key));
        }
    }
}
