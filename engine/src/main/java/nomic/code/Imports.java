package nomic.code;

import org.drools.drl.ast.descr.PackageDescr;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which classes the imports of a rule make known by their simple names. */
final class Imports {
    private static final String LAW = "nomic.law";
    private static final Set<String> PACKAGES =
            Set.of(
                    "java.lang",
                    "java.math",
                    "java.time",
                    "java.time.temporal",
                    "java.util",
                    "java.util.function",
                    "java.util.stream",
                    LAW);

    private final Map<String, String> classes = new TreeMap<>();
    private final Set<String> packages = new TreeSet<>(Set.of("java.lang", LAW));

    Imports(PackageDescr tree) {
        for (var line : tree.getImports()) {
            var target = line.getTarget();
            int dot = target.lastIndexOf('.');
            if (target.endsWith(".*")) {
                packages.add(target.substring(0, dot));
            } else {
                classes.put(target.substring(dot + 1), target);
            }
        }
    }

    static boolean isAllowed(String target) {
        if (target.endsWith(".*")) {
            return PACKAGES.contains(target.substring(0, target.length() - 2));
        }
        return typeNamed(target) != null;
    }

    /** The listed class of a simple or full name; null where there is none. */
    @Nullable Class<?> find(String name) {
        if (name.contains(".")) {
            return typeNamed(name);
        }
        if (classes.containsKey(name)) {
            return typeNamed(classes.get(name));
        }
        for (var imported : packages) {
            var type = typeNamed(imported + "." + name);
            if (type != null) {
                return type;
            }
        }
        return null;
    }

    /** True when a name means a class of {@code java.*}, listed or not, or one of Drools' own. */
    boolean isTaken(String simpleName) {
        if (classes.containsKey(simpleName) || isKnownToDrools(simpleName)) {
            return true;
        }
        return packages.stream()
                .filter(it -> !it.equals(LAW))
                .anyMatch(
                        it -> exists(it + "." + simpleName, ClassLoader.getPlatformClassLoader()));
    }

    /** Drools looks for a name in these packages first; generated classes import {@code D}. */
    private static boolean isKnownToDrools(String simpleName) {
        return simpleName.equals("D")
                || Stream.of("org.kie.api.definition.rule.", "org.kie.api.definition.type.")
                        .anyMatch(it -> exists(it + simpleName, Imports.class.getClassLoader()));
    }

    private static boolean exists(String className, ClassLoader loader) {
        try {
            Class.forName(className, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static @Nullable Class<?> typeNamed(String name) {
        if (name.startsWith(LAW + ".")) {
            return KnownFacts.types().get(name.substring(LAW.length() + 1));
        }
        var entry = Vocabulary.ALLOWED.entry(name.replace('.', '/'));
        if (entry == null) {
            int dot = name.lastIndexOf('.');
            entry =
                    dot < 0
                            ? null
                            : Vocabulary.ALLOWED.entry(
                                    name.substring(0, dot).replace('.', '/')
                                            + "$"
                                            + name.substring(dot + 1));
        }
        return entry == null ? null : entry.type();
    }
}
