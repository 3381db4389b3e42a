package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Guards of streams: ranges that run without rule code, and collectors whose order is not that of
 * the elements.
 *
 * @see Guards
 */
public final class StreamGuards {
    /** Each look at a chain of streams goes through all that were joined. */
    private static final int CONCAT_STEPS = 1_000;

    private static final int KEPT_BYTES = 48;

    private StreamGuards() {}

    public static IntStream range(int from, int to) {
        Fuel.meter().burn((long) to - from);
        return IntStream.range(from, to);
    }

    public static IntStream rangeClosed(int from, int to) {
        Fuel.meter().burn((long) to - from + 1);
        return IntStream.rangeClosed(from, to);
    }

    public static LongStream range(long from, long to) {
        payRange(from, to);
        return LongStream.range(from, to);
    }

    public static LongStream rangeClosed(long from, long to) {
        payRange(from, to);
        return LongStream.rangeClosed(from, to);
    }

    private static void payRange(long from, long to) {
        if (to > from) {
            Fuel.meter().burn(from < 0 && to > Long.MAX_VALUE + from ? Long.MAX_VALUE : to - from);
        }
    }

    public static Collector<CharSequence, ?, String> joining() {
        return joining("", "", "");
    }

    public static Collector<CharSequence, ?, String> joining(CharSequence between) {
        return joining(between, "", "");
    }

    public static Collector<CharSequence, ?, String> joining(
            CharSequence between, CharSequence before, CharSequence after) {
        return Collectors.collectingAndThen(
                StreamGuards.<CharSequence>toList(),
                parts -> before + TextGuards.join(between, parts) + after);
    }

    public static <T> Stream<T> concat(Stream<T> first, Stream<T> second) {
        Fuel.meter().burn(CONCAT_STEPS);
        return Views.joined(Stream.concat(first, second), first, second);
    }

    public static IntStream concat(IntStream first, IntStream second) {
        Fuel.meter().burn(CONCAT_STEPS);
        return Views.joined(IntStream.concat(first, second), first, second);
    }

    public static LongStream concat(LongStream first, LongStream second) {
        Fuel.meter().burn(CONCAT_STEPS);
        return Views.joined(LongStream.concat(first, second), first, second);
    }

    public static DoubleStream concat(DoubleStream first, DoubleStream second) {
        Fuel.meter().burn(CONCAT_STEPS);
        return Views.joined(DoubleStream.concat(first, second), first, second);
    }

    /** Pays for each element that is kept; without a size that would be taken in advance. */
    public static <T> Stream<T> kept(Stream<T> elements) {
        return elements.filter(_ -> keep());
    }

    public static IntStream kept(IntStream elements) {
        return elements.filter(_ -> keep());
    }

    public static LongStream kept(LongStream elements) {
        return elements.filter(_ -> keep());
    }

    public static DoubleStream kept(DoubleStream elements) {
        return elements.filter(_ -> keep());
    }

    private static boolean keep() {
        var meter = Fuel.meter();
        meter.burn(1);
        meter.allocate(KEPT_BYTES);
        return true;
    }

    /** Stands for {@code sorted} of a stream. */
    public static <T> Stream<T> sorted(Stream<T> elements) {
        return kept(elements).sorted(FunctionGuards.<T>natural());
    }

    /** Stands for {@code distinct} of a stream. */
    public static <T> Stream<T> distinct(Stream<T> elements) {
        var met = new PaidHashSet<T>();
        return elements.filter(element -> met.add(FunctionGuards.scanned(element)));
    }

    private static <T extends @Nullable Object> T kept(T element) {
        keep();
        return FunctionGuards.scanned(element);
    }

    public static <T, C extends Collection<T>> Collector<T, ?, C> toCollection(
            Supplier<C> collection) {
        return Paying.each(
                Collectors.mapping(StreamGuards::kept, Collectors.toCollection(collection)));
    }

    public static <T, U, A, R> Collector<T, ?, R> flatMapping(
            Function<? super T, ? extends Stream<? extends U>> inner,
            Collector<? super U, A, R> downstream) {
        return Paying.each(
                Collectors.flatMapping(
                        inner, Collectors.<U, U, A, R>mapping(StreamGuards::kept, downstream)));
    }

    public static <T, K, D, A, M extends Map<K, D>> Collector<T, ?, M> groupingBy(
            Function<? super T, ? extends K> key,
            Supplier<M> map,
            Collector<? super T, A, D> downstream) {
        return Paying.each(Collectors.groupingBy(key.andThen(StreamGuards::kept), map, downstream));
    }

    public static <T, K, V, M extends Map<K, V>> Collector<T, ?, M> toMap(
            Function<? super T, ? extends K> key,
            Function<? super T, ? extends V> value,
            BinaryOperator<V> merge,
            Supplier<M> map) {
        return Paying.each(Collectors.toMap(key.andThen(StreamGuards::kept), value, merge, map));
    }

    public static <T> Collector<T, ?, List<T>> toList() {
        return Collectors.toCollection(PaidArrayList::new);
    }

    public static <T> Collector<T, ?, List<T>> toUnmodifiableList() {
        return Collectors.collectingAndThen(toList(), Collections::unmodifiableList);
    }

    public static <T> Collector<T, ?, Map<Boolean, List<T>>> partitioningBy(
            Predicate<? super T> test) {
        return Paying.each(Collectors.partitioningBy(test, toList()));
    }

    public static <T> Collector<T, ?, Set<T>> toSet() {
        return Collectors.mapping(
                FunctionGuards::scanned, Collectors.toCollection(PaidHashSet::new));
    }

    public static <T, K> Collector<T, ?, Map<K, List<T>>> groupingBy(
            Function<? super T, ? extends K> key) {
        return groupingBy(key, toList());
    }

    public static <T, K, A, D> Collector<T, ?, Map<K, D>> groupingBy(
            Function<? super T, ? extends K> key, Collector<? super T, A, D> downstream) {
        Collector<T, ?, Map<K, D>> grouping =
                Collectors.groupingBy(
                        key.andThen(FunctionGuards::scanned), PaidHashMap::new, downstream);
        return Paying.each(grouping);
    }

    public static <T, K, V> Collector<T, ?, Map<K, V>> toMap(
            Function<? super T, ? extends K> key, Function<? super T, ? extends V> value) {
        return toMap(
                key,
                value,
                (first, second) -> {
                    throw new IllegalStateException("Duplicate key");
                });
    }

    public static <T, K, V> Collector<T, ?, Map<K, V>> toMap(
            Function<? super T, ? extends K> key,
            Function<? super T, ? extends V> value,
            BinaryOperator<V> merge) {
        return Collectors.toMap(
                key.andThen(FunctionGuards::scanned), value, merge, PaidHashMap::new);
    }
}
