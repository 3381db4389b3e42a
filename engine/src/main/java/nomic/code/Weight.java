package nomic.code;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What instrumented rule code calls to pay for the size of receivers and arguments before a library
 * method walks over them. Public only because rule classes live in packages of their own.
 */
public final class Weight {
    private static final int DEEPEST = 64;
    private static final int ELEMENT_BYTES = 16;
    private static final int MADE_BYTES = 32;
    private static final int STAGE_BYTES = 400;

    /** To compare so few characters takes no longer than to go on to the next place. */
    private static final int SHORT_TEXT = 16;

    private static final int MOST_DIGITS = 2_000;
    private static final int MOST_BITS = 8_192;
    private static final String RULE_CLASSES = "nomic.rule.";
    private static final ClassValue<List<Field>> COMPARED = new ComparedFields();

    private static final ClassValue<List<Field>> FIELDS =
            new ClassValue<>() {
                @Override
                protected List<Field> computeValue(Class<?> type) {
                    return ComparedFields.references(type);
                }
            };

    private Weight() {}

    /** Pays fuel for all elements. */
    public static void scans(@Nullable Object value) {
        if (value instanceof Number number) {
            Fuel.meter().burn(compared(number));
        } else if (isSingle(value)) {
            Fuel.meter().burn(1);
        } else {
            walk(value, 0);
        }
    }

    /**
     * Pays fuel for a search of a text, in addition to {@link #scans}: the library compares at each
     * place of the text, and for a text such as {@code aaa} nearly to the end each time.
     *
     * @param sought a text, or an array of texts
     */
    public static void searches(@Nullable Object text, @Nullable Object sought) {
        if (sought instanceof Object[] several) {
            for (var each : several) {
                searches(text, each);
            }
        } else if (text instanceof CharSequence all
                && sought instanceof CharSequence part
                && part.length() > SHORT_TEXT) {
            long places = Math.max(0, all.length() - part.length()) + 1L;
            Fuel.meter().burn(places * part.length() / 16);
        }
    }

    private static boolean isSingle(@Nullable Object value) {
        return value == null || value instanceof Boolean || value instanceof Enum<?>;
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
        long digits = requireDigits(value);
        Fuel.meter().burn(steps(digits));
        Fuel.meter().allocate(ELEMENT_BYTES + digits);
    }

    /** Pays fuel for one number several times: to write its digits takes the square of them. */
    static void numbers(Number number, long times) {
        Fuel.meter().burn(Math.max(0, times) * steps(requireDigits(number)));
    }

    private static long steps(long digits) {
        return 1 + digits * digits / 1024;
    }

    private static long requireDigits(@Nullable Object value) {
        return switch (value) {
            case BigInteger number -> requireBits(number.bitLength());
            case BigDecimal number -> requireDigits(number);
            case String text -> requireLength(text) + requireExponent(text);
            case null, default -> 1;
        };
    }

    /**
     * Steps of a comparison with a number: integers are compared at once, decimals of different
     * scales are multiplied first.
     */
    private static long compared(Number number) {
        return switch (number) {
            case BigInteger integer -> 1 + integer.bitLength() / 512;
            case BigDecimal decimal ->
                    steps(
                            Math.min(
                                    Integer.MAX_VALUE,
                                    decimal.precision() + Math.abs((long) decimal.scale())));
            default -> 1;
        };
    }

    /** Bounds a scale, a shift or the number of a bit. */
    public static void places(int places) {
        requireBits(Math.abs((long) places));
    }

    /** Pays bytes for a small object that the library makes. */
    public static void makes() {
        Fuel.meter().allocate(MADE_BYTES);
    }

    /** Pays bytes for the text of a number. */
    public static void digits() {
        Fuel.meter().allocate(ELEMENT_BYTES);
    }

    /** Pays bytes for a character. */
    public static void letter() {
        Fuel.meter().allocate(2);
    }

    /** Pays for a stage of a stream. */
    public static void stages() {
        Fuel.meter().allocate(STAGE_BYTES);
    }

    /** Pays for a text of a length. */
    public static void text(int length) {
        var meter = Fuel.meter();
        meter.burn(length / 16);
        meter.allocate(40 + 2L * length);
    }

    /** Pays for a value that goes from rule code to the engine. */
    public static void gives(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Boolean || value instanceof Enum<?>) {
            return;
        }
        walk(value, 0);
        var meter = Fuel.meter();
        meter.give(value);
        if (value instanceof Collection<?> elements) {
            elements.forEach(meter::give);
        }
    }

    /** Pays for the fields of a fact, which are turned into data each time that it changes. */
    static void fact(Object fact) {
        for (Field field : FIELDS.get(fact.getClass())) {
            walk(read(field, fact), 1);
        }
    }

    private static @Nullable Object read(Field field, Object owner) {
        try {
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read " + field, e);
        }
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

    private static long requireExponent(String text) {
        int at = Math.max(text.indexOf('e'), text.indexOf('E'));
        var exponent = text.substring(at + 1).replaceFirst("^[+-]", "");
        return at < 0
                ? 0
                : requireScale(exponent.length() > 9 ? Integer.MAX_VALUE : value(exponent));
    }

    private static int value(String digits) {
        return digits.isEmpty() || !digits.chars().allMatch(Character::isDigit)
                ? 0 // the library says what is wrong with it
                : Integer.parseInt(digits);
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
            case Throwable thrown -> 40 + 2L * thrown.toString().length();
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
            case Throwable thrown -> meter.burn(1 + thrown.toString().length() / 16);
            case Number number -> meter.burn(compared(number));
            case null -> meter.burn(1);
            default -> {
                meter.burn(1 + bytes(value) / 64);
                walkCompared(value, depth);
            }
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
            case Number number -> Fuel.meter().burn(compared(number) - 1);
            case null -> {}
            default -> walkCompared(element, depth);
        }
    }

    /** The equality of a record, and of a declared type with keys, visits its fields. */
    private static void walkCompared(Object value, int depth) {
        for (Field field : COMPARED.get(value.getClass())) {
            walk(read(field, value), depth + 1);
        }
    }

    private static final class ComparedFields extends ClassValue<List<Field>> {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            boolean compares =
                    type.getName().startsWith(RULE_CLASSES)
                            && Arrays.stream(type.getDeclaredMethods())
                                    .anyMatch(method -> method.getName().equals("equals"));
            return compares ? references(type) : List.of();
        }

        static List<Field> references(Class<?> type) {
            var fields = new ArrayList<Field>();
            for (Class<?> each = type; each != null; each = each.getSuperclass()) {
                for (Field field : each.getDeclaredFields()) {
                    boolean own = each.getName().startsWith(RULE_CLASSES);
                    if (own
                            && !field.getType().isPrimitive()
                            && !Modifier.isStatic(field.getModifiers())) {
                        field.setAccessible(true);
                        fields.add(field);
                    }
                }
            }
            return List.copyOf(fields);
        }
    }
}
