package nomic.session;

import nomic.code.CompiledRule;
import nomic.code.DeclaredType;
import nomic.game.OwnFact;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Turns the objects of declared types into plain data and back. */
final class OwnFacts {
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_LIST = 1_000;

    /** Texts count by their characters and all else as one. */
    private static final int LARGEST_FACT = 16_000;

    private OwnFacts() {}

    /** The fields of an object as plain data. */
    static TreeMap<String, @Nullable Object> fields(Object fact, CompiledRule rule) {
        var fields = new TreeMap<String, @Nullable Object>();
        var room = new Room();
        for (DeclaredType.Field field : type(rule, fact.getClass().getSimpleName()).fields()) {
            fields.put(field.name(), plain(read(fact, field), room));
        }
        return fields;
    }

    /** The object for some data. */
    static Object object(OwnFact data, CompiledRule rule) {
        Class<?> type = rule.type(data.type());
        try {
            Object fact = type.getConstructor().newInstance();
            for (DeclaredType.Field field : type(rule, data.type()).fields()) {
                if (data.fields().get(field.name()) != null) {
                    Method setter = setter(type, field.name());
                    Class<?> wanted = setter.getParameterTypes()[0];
                    setter.invoke(fact, typed(data.fields().get(field.name()), wanted));
                }
            }
            return fact;
        } catch (InvocationTargetException e) {
            throw sneak(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + data.type(), e);
        }
    }

    /**
     * Data for another revision of its type: a field of the same name and type keeps its value, a
     * further one has its default. Null where the type is gone.
     */
    static @Nullable OwnFact carriedOver(
            OwnFact data, @Nullable CompiledRule from, @Nullable CompiledRule to) {
        if (to == null || !declares(to, data.type())) {
            return null;
        }
        var kept = new TreeMap<String, @Nullable Object>();
        for (DeclaredType.Field field : type(to, data.type()).fields()) {
            if (data.fields().containsKey(field.name()) && sameType(field, data.type(), from)) {
                kept.put(field.name(), data.fields().get(field.name()));
            }
        }
        Object fact = object(new OwnFact(data.id(), data.rule(), data.type(), kept), to);
        return new OwnFact(data.id(), data.rule(), data.type(), fields(fact, to));
    }

    private static boolean sameType(
            DeclaredType.Field field, String type, @Nullable CompiledRule from) {
        return from != null
                && declares(from, type)
                && type(from, type).fields().stream()
                        .anyMatch(
                                old ->
                                        old.name().equals(field.name())
                                                && old.type().equals(field.type()));
    }

    private static boolean declares(CompiledRule rule, String type) {
        return rule.types().stream().anyMatch(declared -> declared.name().equals(type));
    }

    private static DeclaredType type(CompiledRule rule, String name) {
        return rule.types().stream()
                .filter(declared -> declared.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No declared type " + name));
    }

    private static @Nullable Object read(Object fact, DeclaredType.Field field) {
        try {
            return getter(fact.getClass(), field.name()).invoke(fact);
        } catch (InvocationTargetException e) {
            throw sneak(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + field.name(), e);
        }
    }

    private static Method getter(Class<?> type, String field) {
        String suffix = capital(field);
        for (Method method : type.getMethods()) {
            boolean named =
                    method.getName().equals("get" + suffix)
                            || method.getName().equals("is" + suffix);
            if (named && method.getParameterCount() == 0) {
                return method;
            }
        }
        throw new IllegalStateException(type.getSimpleName() + " has no getter of " + field);
    }

    private static Method setter(Class<?> type, String field) {
        String name = "set" + capital(field);
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == 1) {
                return method;
            }
        }
        throw new IllegalStateException(type.getSimpleName() + " has no " + name);
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** What a fact may still hold. A list that holds itself, or the same many times, uses it up. */
    private static final class Room {
        private int left = LARGEST_FACT;

        void take(int size) {
            left -= size;
            if (left < 0) {
                throw new IllegalArgumentException(
                        "a fact cannot keep more than " + LARGEST_FACT + " characters and values");
            }
        }
    }

    private static @Nullable Object plain(@Nullable Object value, Room room) {
        room.take(value instanceof String text ? text.length() : 1);
        return switch (value) {
            case null -> null;
            case String text when text.length() <= LONGEST_TEXT -> text;
            case String text ->
                    throw new IllegalArgumentException(
                            "a fact cannot keep a text of " + text.length() + " characters");
            case Boolean truth -> truth;
            case Integer number -> number.longValue();
            case Long number -> number;
            case BigDecimal number -> number.toString();
            case Instant instant -> instant.toString();
            case Enum<?> constant -> constant.name();
            case List<?> list -> plain(list, room);
            default ->
                    throw new IllegalArgumentException(
                            "a fact cannot keep a " + value.getClass().getSimpleName());
        };
    }

    private static List<@Nullable Object> plain(List<?> list, Room room) {
        if (list.size() > LONGEST_LIST) {
            throw new IllegalArgumentException(
                    "a fact cannot keep a list of " + list.size() + " elements");
        }
        var plain = new ArrayList<@Nullable Object>();
        for (Object element : list) {
            plain.add(plain(element, room));
        }
        return plain;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object typed(@Nullable Object value, Class<?> wanted) {
        if (value instanceof Number number) {
            boolean fitsInt = wanted == int.class || wanted == Integer.class;
            return fitsInt ? (Object) number.intValue() : (Object) number.longValue();
        }
        if (value instanceof List<?> list) {
            var typed = new ArrayList<@Nullable Object>();
            list.forEach(element -> typed.add(element(element)));
            return typed;
        }
        if (value instanceof String text) {
            if (wanted == BigDecimal.class) {
                return new BigDecimal(text);
            }
            if (wanted == Instant.class) {
                return Instant.parse(text);
            }
            if (wanted.isEnum()) {
                return Enum.valueOf((Class<Enum>) wanted.asSubclass(Enum.class), text);
            }
        }
        return value;
    }

    /** Whole numbers in lists are ints where they fit. */
    private static @Nullable Object element(@Nullable Object value) {
        if (value instanceof Number number && number.longValue() == number.intValue()) {
            return number.intValue();
        }
        return value;
    }

    /** What rule code threw goes on as it is. */
    private static RuntimeException sneak(InvocationTargetException invocation) {
        Throwable thrown = invocation.getTargetException();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            return exception;
        }
        return new IllegalStateException(thrown);
    }

    /** The fields that two types of one name do not share. */
    static List<String> changedFields(DeclaredType before, DeclaredType after) {
        Map<String, String> types = new TreeMap<>();
        before.fields().forEach(field -> types.put(field.name(), field.type()));
        return after.fields().stream()
                .filter(field -> types.containsKey(field.name()))
                .filter(field -> !field.type().equals(types.get(field.name())))
                .map(DeclaredType.Field::name)
                .toList();
    }
}
