package nomic.code;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The text of any value that rule code can hold: the same in every process, and paid for. */
public final class Texts {
    private static final int DEEPEST = 64;

    private static final Pattern ADDRESS = Pattern.compile("( @|@|/0x)[0-9a-f]{4,}\\b");

    private Texts() {}

    /** The text of a value, as string concatenation gives it. */
    public static String of(@Nullable Object value) {
        return of(value, 0);
    }

    private static String of(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalStateException("Collections nested more than " + DEEPEST + " deep");
        }
        var text =
                switch (value) {
                    case null -> "null";
                    case String string -> string;
                    case Collection<?> elements -> elements(elements, depth);
                    case Map<?, ?> entries -> entries(entries, depth);
                    case Map.Entry<?, ?> entry -> entry(entry, depth);
                    case Optional<?> optional -> optional(optional, depth);
                    default -> single(value);
                };
        pay(text.length());
        return text;
    }

    /** The text of a record of a rule that does not say itself what its text is. */
    public static String ofRecord(Record value) {
        var text = new StringJoiner(", ", nameOf(value) + "[", "]");
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            text.add(component.getName() + "=" + of(read(component, value)));
        }
        return text.toString();
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getTargetException());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    private static void pay(long characters) {
        Fuel.meter().allocate(40 + 2 * characters);
        Fuel.meter().burn(1 + characters / 16);
    }

    private static String single(Object value) {
        if (value instanceof Number) {
            Weight.numbers(value);
        }
        boolean stable =
                value instanceof Number
                        || value instanceof Boolean
                        || value instanceof Character
                        || value instanceof CharSequence
                        || value instanceof Enum<?>
                        || value instanceof Temporal
                        || value instanceof TemporalAmount
                        || value instanceof Throwable
                        || value instanceof StringJoiner
                        || value.getClass().getPackageName().equals("nomic.law")
                        || hasOwnText(value.getClass());
        return stable ? plain(value) : nameOf(value);
    }

    private static String plain(Object value) {
        return value instanceof Throwable thrown
                ? withoutAddresses(thrown.toString())
                : value.toString();
    }

    /** The name of the class of a value: the same in every process. */
    public static String nameOf(Object value) {
        return value.getClass().isHidden() ? "function" : value.getClass().getSimpleName();
    }

    /** What an exception says: the same in every process. */
    public static @Nullable String messageOf(Throwable thrown) {
        var message = thrown.getMessage();
        return message == null ? null : withoutAddresses(message);
    }

    private static String withoutAddresses(String message) {
        return message.contains("@") || message.contains("/0x")
                ? ADDRESS.matcher(message).replaceAll("")
                : message;
    }

    /** True for a class of a rule that says itself what its text is. */
    private static boolean hasOwnText(Class<?> type) {
        try {
            return type.getClassLoader() instanceof RuleLoader
                    && type.getMethod("toString").getDeclaringClass().getClassLoader()
                            instanceof RuleLoader;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static String elements(Collection<?> elements, int depth) {
        var text = new StringBuilder("[");
        for (var element : elements) {
            text.append(text.length() == 1 ? "" : ", ").append(of(element, depth + 1));
        }
        return text.append(']').toString();
    }

    private static String entries(Map<?, ?> entries, int depth) {
        var text = new StringBuilder("{");
        for (var entry : entries.entrySet()) {
            text.append(text.length() == 1 ? "" : ", ").append(entry(entry, depth));
        }
        return text.append('}').toString();
    }

    private static String entry(Map.Entry<?, ?> entry, int depth) {
        return of(entry.getKey(), depth + 1) + "=" + of(entry.getValue(), depth + 1);
    }

    private static String optional(Optional<?> optional, int depth) {
        return optional.map(inner -> "Optional[" + of(inner, depth + 1) + "]")
                .orElse("Optional.empty");
    }
}
