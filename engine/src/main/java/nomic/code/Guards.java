package nomic.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the stand-ins for library methods whose cost or result does not follow from their operands
 * alone. Calls of members that the allow list marks {@code guarded} go to them, the receiver first;
 * {@code gathered} ones take all arguments as one array. They pay in advance and answer the same in
 * every process. They are public only because rule classes live in packages of their own.
 */
final class Guards {
    private static final String SET = "java/util/Set";
    private static final String MAP = "java/util/Map";

    /** A static method that stands in for a library method. */
    record Guard(String owner, String name, String descriptor) {}

    private static final Map<String, Guard> GUARDS = collect();

    private Guards() {}

    /**
     * @param owner the class that lists the member
     * @param descriptor of the stand-in: the receiver first; only its parameters matter
     * @return null when there is none
     */
    static @Nullable Guard find(String owner, String name, String descriptor) {
        return GUARDS.get(key(nameOf(owner, name), descriptor));
    }

    private static String nameOf(String owner, String name) {
        var prefix = owner.equals(SET) ? "set" : owner.equals(MAP) ? "map" : "";
        return prefix.isEmpty()
                ? name
                : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String key(String name, String descriptor) {
        return name + descriptor.substring(0, descriptor.indexOf(')') + 1);
    }

    private static Map<String, Guard> collect() {
        var guards = new TreeMap<String, Guard>();
        addAll(guards, CollectionGuards.class);
        addAll(guards, FunctionGuards.class);
        addAll(guards, NumberGuards.class);
        addAll(guards, StreamGuards.class);
        addAll(guards, TextGuards.class);
        return guards;
    }

    private static void addAll(Map<String, Guard> guards, Class<?> owner) {
        for (Method method : owner.getMethods()) {
            if (method.getDeclaringClass() == owner) {
                var descriptor = Type.getMethodDescriptor(method);
                var guard = new Guard(Type.getInternalName(owner), method.getName(), descriptor);
                guards.put(key(method.getName(), descriptor), guard);
            }
        }
    }
}
