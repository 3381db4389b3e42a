package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Guards of functions that compare: each comparison pays for the size of what it compares.
 *
 * @see Guards
 */
public final class FunctionGuards {
    /** One for all: the library copies a tree at once where the order is the same. */
    private static final Comparator<Object> NATURAL = FunctionGuards::compare;

    private FunctionGuards() {}

    public static Comparator<Object> naturalOrder() {
        return natural();
    }

    public static Comparator<Object> reverseOrder() {
        return Paying.each(FunctionGuards.<Object>natural().reversed());
    }

    /** Stands for {@code Collections.reverseOrder} of an order. */
    public static Comparator<Object> reverseOrder(@Nullable Comparator<Object> order) {
        return Paying.each(Collections.reverseOrder(orNatural(order)));
    }

    public static Comparator<Object> comparing(Function<Object, Object> key) {
        return Comparator.comparing(Objects.requireNonNull(key), natural());
    }

    /** Stands for {@code thenComparing} of a comparator. */
    public static Comparator<Object> thenComparing(
            Comparator<Object> first, Function<Object, Object> key) {
        return Paying.each(first.thenComparing(Objects.requireNonNull(key), natural()));
    }

    public static Comparator<Map.Entry<Object, Object>> comparingByKey() {
        return Map.Entry.comparingByKey(natural());
    }

    public static Comparator<Map.Entry<Object, Object>> comparingByValue() {
        return Map.Entry.comparingByValue(natural());
    }

    public static Predicate<Object> isEqual(@Nullable Object target) {
        return value -> Objects.equals(scanned(target), scanned(value));
    }

    @SuppressWarnings("unchecked")
    static <T> Comparator<T> natural() {
        return (Comparator<T>) NATURAL;
    }

    /** Without an order, that of the elements themselves. */
    static <T> Comparator<? super T> orNatural(@Nullable Comparator<? super T> order) {
        return order == null ? natural() : order;
    }

    @SuppressWarnings("unchecked")
    private static int compare(Object one, Object other) {
        return ((Comparable<Object>) scanned(one)).compareTo(scanned(other));
    }

    static <T extends @Nullable Object> T scanned(T value) {
        Weight.scans(value);
        return value;
    }
}
