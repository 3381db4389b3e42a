package nomic.code;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What instrumented rule code calls to pay for the size of receivers and arguments before a library
 * method walks over them. Public only because rule classes live in packages of their own.
 */
public final class Weight {
    private static final int DEEPEST = 64;
    private static final int ELEMENT_BYTES = 16;
    private static final int MOST_DIGITS = 2_000;
    private static final int MOST_BITS = 8_192;

    private Weight() {}

    /** Pays fuel for all elements. */
    public static void scans(@Nullable Object value) {
        walk(value, 0);
    }

    /** Pays fuel and bytes for all elements. */
    public static void copies(@Nullable Object value) {
        walk(value, 0);
        Fuel.meter().allocate(bytes(value));
    }

    /** Pays fuel for all elements, and bytes for a place in a collection. */
    public static void adds(@Nullable Object value) {
        walk(value, 0);
        Fuel.meter().allocate(3 * ELEMENT_BYTES);
    }

    /** Pays fuel and bytes for an argument that is added to a text. */
    public static void appends(@Nullable Object value) {
        copies(value);
    }

    /** Pays bytes for a capacity. */
    public static void capacity(int elements) {
        Fuel.meter().allocate((long) Math.max(0, elements) * ELEMENT_BYTES);
    }

    /**
     * Pays fuel by the digits of a number.
     *
     * @throws ArithmeticException when it has too many
     */
    public static void numbers(@Nullable Object value) {
        long digits =
                switch (value) {
                    case BigInteger number -> requireBits(number.bitLength());
                    case BigDecimal number -> requireDigits(number);
                    case String text -> requireLength(text);
                    case null, default -> 1;
                };
        Fuel.meter().burn(1 + digits * digits / 4096);
        Fuel.meter().allocate(ELEMENT_BYTES + digits);
    }

    static long requireBits(long bits) {
        if (bits > MOST_BITS) {
            throw new ArithmeticException("A number of more than " + MOST_BITS + " bits");
        }
        return bits;
    }

    static long requireScale(long scale) {
        if (Math.abs(scale) > MOST_DIGITS) {
            throw new ArithmeticException("A number of more than " + MOST_DIGITS + " digits");
        }
        return Math.abs(scale);
    }

    private static long requireDigits(BigDecimal number) {
        requireBits(number.unscaledValue().bitLength());
        return number.precision() + requireScale(number.scale());
    }

    private static long requireLength(String text) {
        return requireScale(text.length());
    }

    static long bytes(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> 40 + 2L * text.length();
            case Collection<?> elements -> 40 + (long) ELEMENT_BYTES * elements.size();
            case Map<?, ?> entries -> 40 + 3L * ELEMENT_BYTES * entries.size();
            case Object[] elements -> 16 + 8L * elements.length;
            case null -> ELEMENT_BYTES;
            default ->
                    value.getClass().isArray()
                            ? ELEMENT_BYTES + 8L * Array.getLength(value)
                            : ELEMENT_BYTES;
        };
    }

    /** Visits what equality, hash codes and texts of nested collections visit. */
    private static void walk(@Nullable Object value, int depth) {
        var meter = Fuel.meter();
        if (depth > DEEPEST) {
            throw new IllegalStateException("Collections nested more than " + DEEPEST + " deep");
        }
        switch (value) {
            case CharSequence text -> meter.burn(1 + text.length() / 16);
            case Collection<?> elements -> {
                meter.burn(1 + elements.size());
                for (var element : elements) {
                    walkNested(element, depth);
                }
            }
            case Map<?, ?> entries -> {
                meter.burn(1 + 2L * entries.size());
                for (var entry : entries.entrySet()) {
                    walkNested(entry.getKey(), depth);
                    walkNested(entry.getValue(), depth);
                }
            }
            case Map.Entry<?, ?> entry -> {
                meter.burn(2);
                walk(entry.getKey(), depth + 1);
                walk(entry.getValue(), depth + 1);
            }
            case Optional<?> optional -> {
                meter.burn(1);
                walk(optional.orElse(null), depth + 1);
            }
            case Object[] elements -> {
                meter.burn(1 + elements.length);
                for (var element : elements) {
                    walkNested(element, depth);
                }
            }
            case null, default -> meter.burn(1 + bytes(value) / 64);
        }
    }

    private static void walkNested(@Nullable Object element, int depth) {
        switch (element) {
            case Collection<?> nested -> walk(nested, depth + 1);
            case Map<?, ?> nested -> walk(nested, depth + 1);
            case Map.Entry<?, ?> nested -> walk(nested, depth + 1);
            case Optional<?> nested -> walk(nested, depth + 1);
            case Object[] nested -> walk(nested, depth + 1);
            case CharSequence text -> Fuel.meter().burn(text.length() / 16);
            case null, default -> {}
        }
    }
}
