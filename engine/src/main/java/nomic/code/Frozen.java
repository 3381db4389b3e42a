package nomic.code;

import org.jspecify.annotations.Nullable;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule computes without facts is computed once, when the rule is loaded, and shared by all
 * commands of all games that have the rule: it must be data that nothing can change. Public only
 * because rule classes live in packages of their own.
 */
public final class Frozen {
    private Frozen() {}

    /**
     * The value, if it cannot be changed, or a copy that cannot.
     *
     * @throws IllegalArgumentException when it is not data
     */
    public static @Nullable Object of(@Nullable Object value) {
        Weight.copies(value);
        return copy(value);
    }

    private static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean truth -> truth;
            case Character letter -> letter;
            case Number number when isOfPlatform(number) -> number;
            case Temporal time when isOfPlatform(time) -> time;
            case TemporalAmount time when isOfPlatform(time) -> time;
            case Enum<?> constant -> constant;
            case Set<?> elements -> {
                var copies = new PaidHashSet<@Nullable Object>();
                elements.forEach(element -> copies.add(copy(element)));
                yield Collections.unmodifiableSet(copies);
            }
            case Collection<?> elements -> list(elements);
            case Object[] elements -> list(Arrays.asList(elements));
            case Map<?, ?> entries -> {
                var copies = new PaidHashMap<@Nullable Object, @Nullable Object>();
                entries.forEach((key, entry) -> copies.put(copy(key), copy(entry)));
                yield Collections.unmodifiableMap(copies);
            }
            default ->
                    throw new IllegalArgumentException(
                            "a "
                                    + Texts.nameOf(value)
                                    + " that depends on no fact would be shared by all games;"
                                    + " let it depend on a fact, or write texts and numbers");
        };
    }

    private static List<@Nullable Object> list(Collection<?> elements) {
        var copies = new PaidArrayList<@Nullable Object>();
        elements.forEach(element -> copies.add(copy(element)));
        return Collections.unmodifiableList(copies);
    }

    private static boolean isOfPlatform(Object value) {
        return value.getClass().getClassLoader() == null;
    }
}
