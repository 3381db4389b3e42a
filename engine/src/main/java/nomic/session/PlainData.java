package nomic.session;

import nomic.code.CompiledRule;
import nomic.code.Texts;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the values of one fact into plain data and back: texts, whole numbers, truth values, lists
 * of these. Fractions, times and constants are kept as text, and a declared object within another
 * as its type and fields.
 */
final class PlainData {
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LIST = 1_000;

    /** Texts count by their characters and all else as one. */
    private static final int LARGEST_FACT = 16_000;

    private static final String TYPE = "declared";
    private static final String FIELDS = "fields";

    private final CompiledRule rule;

    /** A list that holds itself, or the same many times, uses it up. */
    private int room = LARGEST_FACT;

    PlainData(CompiledRule rule) {
        this.rule = rule;
    }

    private void take(int size) {
        room -= size;
        if (room < 0) {
            throw new IllegalArgumentException(
                    "a fact cannot keep more than " + LARGEST_FACT + " characters and values");
        }
    }

    @Nullable Object plain(@Nullable Object value) {
        take(value instanceof String text ? text.length() : 1);
        return switch (value) {
            case null -> null;
            case String text when text.length() <= LONGEST_TEXT -> text;
            case String text ->
                    throw new IllegalArgumentException(
                            "a fact cannot keep a text of " + text.length() + " characters");
            case Boolean truth -> truth;
            case Integer number -> number.longValue();
            case Long number -> number;
            case Double number -> number.toString();
            case BigDecimal number -> {
                take(number.precision());
                yield number.toString();
            }
            case Instant instant -> instant.toString();
            case Enum<?> constant -> constant.name();
            case List<?> list -> plain(list);
            case Object object when isDeclared(object) -> declared(object);
            default ->
                    throw new IllegalArgumentException(
                            "a fact cannot keep a " + Texts.nameOf(value));
        };
    }

    private List<@Nullable Object> plain(List<?> list) {
        if (list.size() > LONGEST_LIST) {
            throw new IllegalArgumentException(
                    "a fact cannot keep a list of " + list.size() + " elements");
        }
        var plain = new ArrayList<@Nullable Object>();
        for (Object element : list) {
            plain.add(plain(element));
        }
        return plain;
    }

    private boolean isDeclared(Object object) {
        String name = object.getClass().getSimpleName();
        return Base.declaredByRule(object)
                && object.getClass().getEnclosingClass() == null
                && rule.types().stream().anyMatch(type -> type.name().equals(name));
    }

    private Map<String, Object> declared(Object object) {
        var declared = new TreeMap<String, Object>();
        declared.put(TYPE, object.getClass().getSimpleName());
        declared.put(FIELDS, OwnFacts.fields(object, rule, this));
        return declared;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    Object typed(Object value, Class<?> wanted) {
        return switch (value) {
            case Number number when wanted == long.class || wanted == Long.class ->
                    number.longValue();
            case String text when wanted == BigDecimal.class -> new BigDecimal(text);
            case String text when wanted == double.class || wanted == Double.class ->
                    Double.valueOf(text);
            case String text when wanted == Instant.class -> Instant.parse(text);
            case String text when wanted.isEnum() ->
                    Enum.valueOf((Class<Enum>) wanted.asSubclass(Enum.class), text);
            default -> untyped(value);
        };
    }

    /** Where no type is known, whole numbers are ints if they fit. */
    private Object untyped(Object value) {
        return switch (value) {
            case Number number when number.longValue() == number.intValue() -> number.intValue();
            case List<?> list -> {
                var elements = new ArrayList<@Nullable Object>();
                list.forEach(element -> elements.add(element == null ? null : untyped(element)));
                yield elements;
            }
            case Map<?, ?> declared -> object(declared);
            default -> value;
        };
    }

    private Object object(Map<?, ?> declared) {
        var fields = new TreeMap<String, @Nullable Object>();
        if (declared.get(FIELDS) instanceof Map<?, ?> data) {
            data.forEach((field, value) -> fields.put(String.valueOf(field), value));
        }
        return OwnFacts.object(String.valueOf(declared.get(TYPE)), fields, rule);
    }
}
