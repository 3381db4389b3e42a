package nomic.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes of a rule and what they inherit: a call on one of them may end in the library. */
final class Ancestry {
    private record Own(List<String> parents, Set<String> methods) {}

    private final Map<String, Own> classes = new HashMap<>();

    Ancestry(Map<String, byte[]> files) {
        files.values().forEach(file -> new ClassReader(file).accept(reader(), SKIPPED));
    }

    private static final int SKIPPED =
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

    private ClassVisitor reader() {
        return new ClassVisitor(Opcodes.ASM9) {
            private final Set<String> methods = new HashSet<>();

            @Override
            public void visit(
                    int version,
                    int access,
                    String name,
                    String signature,
                    String superName,
                    String[] interfaces) {
                var parents = new ArrayList<String>();
                parents.add(superName);
                parents.addAll(List.of(interfaces));
                classes.put(name, new Own(parents, methods));
            }

            @Override
            public @Nullable MethodVisitor visitMethod(
                    int access,
                    String name,
                    String descriptor,
                    String signature,
                    String[] exceptions) {
                methods.add(BytecodePolicy.keyOf(name, descriptor));
                return null;
            }
        };
    }

    /** The listed member that a call ends in; null for a method of the rule's own. */
    Vocabulary.@Nullable Member member(String owner, String key) {
        var own = classes.get(owner);
        if (own == null) {
            return Vocabulary.ALLOWED.member(owner, key);
        }
        if (own.methods.contains(key) || key.startsWith("<init>")) {
            return null;
        }
        for (var parent : own.parents) {
            var found = member(parent, key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** True for a class of the rule or of the library that can be thrown. */
    boolean isThrowable(String name) {
        var own = classes.get(name);
        if (own != null) {
            return isThrowable(own.parents.getFirst());
        }
        var entry = Vocabulary.ALLOWED.entry(name);
        return entry != null && Throwable.class.isAssignableFrom(entry.type());
    }
}
