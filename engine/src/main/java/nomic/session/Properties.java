package nomic.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which properties of a kernel fact have changed, so that rules that read others do not fire again.
 * Properties are what has a getter.
 */
final class Properties {
    private static final Map<Class<?>, List<Method>> GETTERS = new ConcurrentHashMap<>();

    private Properties() {}

    static String[] changed(Object before, Object after) {
        var changed = new ArrayList<String>();
        for (Method getter : GETTERS.computeIfAbsent(after.getClass(), Properties::getters)) {
            if (!Objects.equals(read(getter, before), read(getter, after))) {
                changed.add(property(getter));
            }
        }
        return changed.toArray(String[]::new);
    }

    private static List<Method> getters(Class<?> type) {
        var getters = new ArrayList<Method>();
        for (Method method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0
                    && (method.getName().startsWith("get") || method.getName().startsWith("is"))) {
                getters.add(method);
            }
        }
        getters.sort(Comparator.comparing(Method::getName));
        return getters;
    }

    private static String property(Method getter) {
        String name = getter.getName();
        String bare = name.startsWith("get") ? name.substring(3) : name.substring(2);
        return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }

    private static Object read(Method getter, Object fact) {
        try {
            return getter.invoke(fact);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + getter, e);
        }
    }
}
