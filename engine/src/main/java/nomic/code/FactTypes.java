package nomic.code;

import nomic.law.Law;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The types that patterns can match, and their fields. */
final class FactTypes {
    private final List<DeclaredType> declared;
    private final Imports imports;

    FactTypes(List<DeclaredType> declared, Imports imports) {
        this.declared = declared;
        this.imports = imports;
    }

    /** The names of all facts that a rule can match. */
    Set<String> names() {
        var names = new TreeSet<String>();
        declared.forEach(type -> names.add(type.name()));
        KnownFacts.types()
                .forEach(
                        (name, type) -> {
                            if (isFact(type)) {
                                names.add(name);
                            }
                        });
        return names;
    }

    /** True for a declared type or a fact of the game. */
    boolean isFact(String name) {
        var type = imports.find(name);
        return isDeclared(name) || type != null && isFact(type);
    }

    boolean isKnown(String name) {
        return isDeclared(name) || imports.find(name) != null;
    }

    /** What can be read from a fact; null where the type is none whose fields are known. */
    @Nullable Set<String> properties(String name) {
        for (var type : declared) {
            if (type.name().equals(name)) {
                var fields = new TreeSet<String>();
                type.fields().forEach(field -> fields.add(field.name()));
                return fields;
            }
        }
        var type = imports.find(name);
        return type != null && isFact(type) ? properties(type) : null;
    }

    /** The simple name of the type of a field; null where it is not known. */
    @Nullable String typeOf(String name, String field) {
        for (var type : declared) {
            if (type.name().equals(name)) {
                return type.fields().stream()
                        .filter(it -> it.name().equals(field))
                        .map(DeclaredType.Field::type)
                        .findFirst()
                        .orElse(null);
            }
        }
        var type = imports.find(name);
        return type == null || !isFact(type)
                ? null
                : Arrays.stream(type.getMethods())
                        .filter(it -> it.getParameterCount() == 0 && propertyOf(it).equals(field))
                        .map(it -> it.getReturnType().getSimpleName())
                        .findFirst()
                        .orElse(null);
    }

    private boolean isDeclared(String name) {
        return declared.stream().anyMatch(type -> type.name().equals(name));
    }

    private static boolean isFact(Class<?> type) {
        return type.getPackageName().equals("nomic.law")
                && !type.isEnum()
                && type != Law.class
                && type != nomic.law.Input.class;
    }

    private static Set<String> properties(Class<?> type) {
        var names = new TreeSet<String>();
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0 && method.getDeclaringClass() != Object.class) {
                names.add(propertyOf(method));
            }
        }
        names.removeAll(Set.of("hashCode", "toString"));
        return names;
    }

    private static String propertyOf(Method method) {
        var name = method.getName();
        var stem = name.replaceFirst("^(get|is)(?=[A-Z])", "");
        return stem.equals(name) ? name : Character.toLowerCase(stem.charAt(0)) + stem.substring(1);
    }
}
