package nomic.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The classes and members of {@code java.*} that rule code may name: everything else is refused.
 * Read from the text files under {@code allow}, whose form {@code docs/security.md} describes.
 */
final class Vocabulary {
    private static final List<String> FILES =
            List.of(
                    "java.io",
                    "java.lang",
                    "java.math",
                    "java.time",
                    "java.time.chrono",
                    "java.time.temporal",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream");

    private static final Map<String, String> PRIMITIVES =
            Map.of(
                    "boolean", "Z", "byte", "B", "char", "C", "double", "D", "float", "F", "int",
                    "I", "long", "J", "short", "S", "void", "V");

    /** A listed class; members by name and parameter descriptor, fields by name. */
    record Entry(
            Class<?> type,
            boolean subclass,
            boolean catchable,
            @Nullable String replacement,
            Map<String, Charge> members,
            List<String> lines) {}

    /** A listed member: the internal name of the class that lists it, and its price. */
    record Member(String owner, Charge charge) {}

    private final Map<String, Entry> entries = new TreeMap<>();

    private Vocabulary() {}

    static final Vocabulary ALLOWED = load();

    /** The listed class of an internal name, such as {@code java/util/List}. */
    @Nullable Entry entry(String internalName) {
        return entries.get(internalName);
    }

    Map<String, Entry> entries() {
        return entries;
    }

    /**
     * How a member is paid for, looked up in the class and then in its listed super types.
     *
     * @param key the name and, for a method, the parameter descriptor: {@code
     *     add(Ljava/lang/Object;)}
     * @return null when the member is not listed
     */
    @Nullable Member member(String owner, String key) {
        var entry = entries.get(owner);
        return entry == null ? null : member(entry.type, key, entry);
    }

    private @Nullable Member member(Class<?> type, String key, @Nullable Entry entry) {
        if (entry != null && entry.members.get(key) instanceof Charge charge) {
            return new Member(Type.getInternalName(type), charge);
        }
        if (key.startsWith("<init>")) {
            return null;
        }
        var parents = new ArrayList<Class<?>>(List.of(type.getInterfaces()));
        parents.add(type.isInterface() ? Object.class : type.getSuperclass());
        for (var parent : parents) {
            if (parent != null) {
                var found = member(parent, key, entries.get(Type.getInternalName(parent)));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static Vocabulary load() {
        var vocabulary = new Vocabulary();
        var unresolved = new ArrayList<Runnable>();
        for (var file : FILES) {
            vocabulary.read(file, unresolved);
        }
        unresolved.forEach(Runnable::run);
        return vocabulary;
    }

    private void read(String file, List<Runnable> unresolved) {
        var resource = Vocabulary.class.getResourceAsStream("allow/" + file + ".txt");
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(resource, file), StandardCharsets.UTF_8))) {
            Entry entry = null;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                var text = line.replaceFirst("#.*", "").stripTrailing();
                if (text.startsWith("class ")) {
                    entry = newEntry(text.split(" ", -1));
                } else if (!text.isBlank() && entry != null) {
                    var owner = entry;
                    owner.lines.add(text.strip());
                    unresolved.add(() -> addMember(owner, text.strip()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entry newEntry(String[] words) {
        var type = classNamed(words[1]);
        boolean subclass = false;
        boolean catchable = false;
        String replacement = null;
        for (int i = 2; i < words.length; i++) {
            switch (words[i]) {
                case "subclass" -> subclass = true;
                case "catchable" -> catchable = true;
                case "replaced" -> {
                    replacement = words[i + 2].replace('.', '/');
                    i += 2;
                }
                default -> throw new IllegalStateException("Unknown word " + words[i]);
            }
        }
        var entry =
                new Entry(
                        type, subclass, catchable, replacement, new TreeMap<>(), new ArrayList<>());
        entries.put(Type.getInternalName(type), entry);
        return entry;
    }

    private void addMember(Entry entry, String line) {
        int gap = line.indexOf("  ");
        var member = gap < 0 ? line : line.substring(0, gap);
        var charge =
                gap < 0
                        ? Charge.NONE
                        : Charge.valueOf(line.substring(gap).strip().toUpperCase(Locale.ROOT));
        int open = member.indexOf('(');
        if (open < 0) {
            entry.members.put(member.substring(member.indexOf(' ') + 1), charge);
            return;
        }
        var head = member.substring(0, open);
        var name = head.equals("new") ? "<init>" : head.substring(head.indexOf(' ') + 1);
        var descriptor = new StringBuilder(name).append('(');
        var parameters = member.substring(open + 1, member.length() - 1);
        if (!parameters.isEmpty()) {
            for (var parameter : parameters.split(", ", -1)) {
                descriptor.append(descriptor(parameter));
            }
        }
        entry.members.put(descriptor.append(')').toString(), charge);
    }

    private String descriptor(String name) {
        if (name.endsWith("[]")) {
            return "[" + descriptor(name.substring(0, name.length() - 2));
        }
        var primitive = PRIMITIVES.get(name);
        if (primitive != null) {
            return primitive;
        }
        for (var file : FILES) {
            var entry = entries.get((file + ".").replace('.', '/') + name.replace('.', '$'));
            if (entry != null) {
                return Type.getDescriptor(entry.type);
            }
        }
        return Type.getDescriptor(classNamed(name));
    }

    /** A class of the platform; nested classes are written with a dot. */
    private static Class<?> classNamed(String name) {
        var attempt = name;
        while (true) {
            try {
                return Class.forName(attempt, false, ClassLoader.getPlatformClassLoader());
            } catch (ClassNotFoundException e) {
                int dot = attempt.lastIndexOf('.');
                if (dot < 0) {
                    throw new IllegalStateException("The allow list names no class: " + name, e);
                }
                attempt = attempt.substring(0, dot) + "$" + attempt.substring(dot + 1);
            }
        }
    }
}
