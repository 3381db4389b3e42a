package nomic.session;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How facts are shown in causes. */
final class Facts {
    private Facts() {}

    /** The type and the fields of one of the kernel's records; constants in lower case. */
    static Map<String, Object> shown(Record fact) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("type", fact.getClass().getSimpleName());
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            shown.put(component.getName(), shown(read(component, fact)));
        }
        return shown;
    }

    private static Object shown(Object value) {
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
                : value;
    }

    private static Object read(RecordComponent component, Record fact) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
