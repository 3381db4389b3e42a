package nomic.session;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How facts are shown in causes. */
final class Facts {
    /** Accessors by the names of components. Reflection makes new ones for each that asks. */
    private static final ClassValue<Map<String, Method>> ACCESSORS =
            new ClassValue<>() {
                @Override
                protected Map<String, Method> computeValue(Class<?> type) {
                    var accessors = new LinkedHashMap<String, Method>();
                    for (RecordComponent component : type.getRecordComponents()) {
                        accessors.put(component.getName(), component.getAccessor());
                    }
                    return accessors;
                }
            };

    private Facts() {}

    /** The type and the fields of one of the kernel's records; constants in lower case. */
    static Map<String, Object> shown(Record fact) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("type", fact.getClass().getSimpleName());
        ACCESSORS
                .get(fact.getClass())
                .forEach((name, accessor) -> shown.put(name, shown(read(accessor, fact))));
        return shown;
    }

    private static Object shown(Object value) {
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : value;
    }

    private static Object read(Method accessor, Record fact) {
        try {
            return accessor.invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + accessor, e);
        }
    }
}
