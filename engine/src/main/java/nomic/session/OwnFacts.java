package nomic.session;

import nomic.code.CompiledRule;
import nomic.code.DeclaredType;
import nomic.game.OwnFact;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Turns the objects of declared types into plain data and back. */
final class OwnFacts {
    private OwnFacts() {}

    /** The fields of an object as plain data. */
    static TreeMap<String, @Nullable Object> fields(Object fact, CompiledRule rule) {
        return fields(fact, rule, new PlainData(rule));
    }

    /** The same for an object within another. */
    static TreeMap<String, @Nullable Object> fields(
            Object fact, CompiledRule rule, PlainData data) {
        var fields = new TreeMap<String, @Nullable Object>();
        for (DeclaredType.Field field : type(rule, fact.getClass().getSimpleName()).fields()) {
            fields.put(field.name(), data.plain(read(fact, field)));
        }
        return fields;
    }

    /** The object for some data. */
    static Object object(OwnFact data, CompiledRule rule) {
        return object(data.type(), data.fields(), rule);
    }

    static Object object(String name, Map<String, @Nullable Object> fields, CompiledRule rule) {
        Class<?> type = rule.type(name);
        var data = new PlainData(rule);
        try {
            Object fact = type.getConstructor().newInstance();
            for (DeclaredType.Field field : type(rule, name).fields()) {
                Object value = fields.get(field.name());
                if (value != null) {
                    Method setter = setter(type, field.name());
                    setter.invoke(fact, data.typed(value, setter.getParameterTypes()[0]));
                }
            }
            return fact;
        } catch (InvocationTargetException e) {
            throw sneak(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + name, e);
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
