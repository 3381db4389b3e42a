package nomic.code;

import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;

/**
 * Makes functions that the library composes pay for each of their calls: a function that is made of
 * itself twice, again and again, would run for ever without a step of rule code. Public only
 * because rule classes live in packages of their own.
 */
@SuppressWarnings("overloads") // called by instrumented code, by descriptor
public final class Paying {
    private static final int HELD_BYTES = 64;

    private Paying() {}

    private static int enter() {
        return Fuel.meter().enter();
    }

    private static void leave(int depth) {
        Fuel.meter().leave(depth);
    }

    public static <A, B> BiConsumer<A, B> each(BiConsumer<A, B> made) {
        return (a, b) -> {
            int depth = enter();
            made.accept(a, b);
            leave(depth);
        };
    }

    public static <A, B, R> BiFunction<A, B, R> each(BiFunction<A, B, R> made) {
        return (a, b) -> {
            int depth = enter();
            var result = made.apply(a, b);
            leave(depth);
            return result;
        };
    }

    public static <A, B> BiPredicate<A, B> each(BiPredicate<A, B> made) {
        return (a, b) -> {
            int depth = enter();
            var result = made.test(a, b);
            leave(depth);
            return result;
        };
    }

    public static <A> BinaryOperator<A> each(BinaryOperator<A> made) {
        return (a, b) -> {
            int depth = enter();
            var result = made.apply(a, b);
            leave(depth);
            return result;
        };
    }

    public static <A> Comparator<A> each(Comparator<A> made) {
        return (a, b) -> {
            int depth = enter();
            var result = made.compare(a, b);
            leave(depth);
            return result;
        };
    }

    public static <A> Consumer<A> each(Consumer<A> made) {
        return a -> {
            int depth = enter();
            made.accept(a);
            leave(depth);
        };
    }

    public static DoublePredicate each(DoublePredicate made) {
        return a -> {
            int depth = enter();
            var result = made.test(a);
            leave(depth);
            return result;
        };
    }

    public static DoubleUnaryOperator each(DoubleUnaryOperator made) {
        return a -> {
            int depth = enter();
            var result = made.applyAsDouble(a);
            leave(depth);
            return result;
        };
    }

    public static <A, R> Function<A, R> each(Function<A, R> made) {
        return a -> {
            int depth = enter();
            var result = made.apply(a);
            leave(depth);
            return result;
        };
    }

    public static IntConsumer each(IntConsumer made) {
        return a -> {
            int depth = enter();
            made.accept(a);
            leave(depth);
        };
    }

    public static IntPredicate each(IntPredicate made) {
        return a -> {
            int depth = enter();
            var result = made.test(a);
            leave(depth);
            return result;
        };
    }

    public static IntUnaryOperator each(IntUnaryOperator made) {
        return a -> {
            int depth = enter();
            var result = made.applyAsInt(a);
            leave(depth);
            return result;
        };
    }

    public static LongConsumer each(LongConsumer made) {
        return a -> {
            int depth = enter();
            made.accept(a);
            leave(depth);
        };
    }

    public static LongPredicate each(LongPredicate made) {
        return a -> {
            int depth = enter();
            var result = made.test(a);
            leave(depth);
            return result;
        };
    }

    public static LongUnaryOperator each(LongUnaryOperator made) {
        return a -> {
            int depth = enter();
            var result = made.applyAsLong(a);
            leave(depth);
            return result;
        };
    }

    public static <A> Predicate<A> each(Predicate<A> made) {
        return a -> {
            int depth = enter();
            var result = made.test(a);
            leave(depth);
            return result;
        };
    }

    public static <A> UnaryOperator<A> each(UnaryOperator<A> made) {
        return a -> {
            int depth = enter();
            var result = made.apply(a);
            leave(depth);
            return result;
        };
    }

    public static <T, A, R> Collector<T, A, R> each(Collector<T, A, R> made) {
        Supplier<A> supplier = made.supplier();
        return Collector.of(
                () -> {
                    int depth = enter();
                    Fuel.meter().allocate(HELD_BYTES);
                    var held = supplier.get();
                    leave(depth);
                    return held;
                },
                each(made.accumulator()),
                each(made.combiner()),
                each(made.finisher()));
    }
}
