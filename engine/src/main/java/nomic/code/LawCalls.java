package nomic.code;

import nomic.law.Law;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** The methods of {@link Law} that some classes call. */
final class LawCalls extends ClassVisitor {
    private static final String LAW = Type.getInternalName(Law.class);

    private final SortedSet<String> names = new TreeSet<>();

    private LawCalls() {
        super(Opcodes.ASM9);
    }

    static SortedSet<String> in(Collection<byte[]> classes) {
        var calls = new LawCalls();
        classes.forEach(file -> new ClassReader(file).accept(calls, ClassReader.SKIP_FRAMES));
        return calls.names;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String type, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public void visitMethodInsn(
                    int opcode, String owner, String called, String of, boolean isInterface) {
                if (owner.equals(LAW)) {
                    names.add(called);
                }
            }

            @Override
            public void visitInvokeDynamicInsn(
                    String lambda, String of, Handle by, Object... arguments) {
                for (Object argument : arguments) {
                    if (argument instanceof Handle handle && handle.getOwner().equals(LAW)) {
                        names.add(handle.getName());
                    }
                }
            }
        };
    }
}
