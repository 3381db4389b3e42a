package nomic.code;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.Objects;

/**
 * Makes the engine pay for every tuple: joins, recursive queries and {@code from} run without any
 * rule code. Drools' class of tuples is defined with one more call where a tuple gets its node,
 * before anything else loads it.
 */
final class TupleMetering {
    private static final String TUPLE = "org/drools/core/reteoo/TupleImpl";
    private static final String NEIGHBOUR = "org.drools.core.reteoo.TupleIterator$OnLeaf";
    private static final String SINK = "Lorg/drools/core/reteoo/Sink;";

    private TupleMetering() {}

    /**
     * @throws IllegalStateException when Drools has been used before
     */
    static void install() {
        var loader = TupleMetering.class.getClassLoader();
        try (var file = loader.getResourceAsStream(TUPLE + ".class")) {
            var metered = metered(Objects.requireNonNull(file).readAllBytes());
            var neighbour = Class.forName(NEIGHBOUR, false, loader);
            MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup()).defineClass(metered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "Drools was used before its tuples were metered: make a Checker first", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of Drools is not known", e);
        }
    }

    private static byte[] metered(byte[] file) {
        var node = new ClassNode();
        new ClassReader(file).accept(node, 0);
        for (var method : node.methods) {
            int sink = slotOfSink(method);
            if (sink > 0 && (method.name.equals("<init>") || method.name.equals("initPeer"))) {
                addCall(method, sink);
            }
            if (method.name.equals("setStagedType")) {
                addStaged(method);
            }
        }
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    /** The variable with the node for which the tuple is made; 0 where there is none. */
    private static int slotOfSink(MethodNode method) {
        int slot = 1;
        for (var argument : Type.getArgumentTypes(method.desc)) {
            if (argument.getDescriptor().equals(SINK)) {
                return slot;
            }
            slot += argument.getSize();
        }
        return 0;
    }

    private static void addStaged(MethodNode method) {
        var steps = new InsnList();
        steps.add(new VarInsnNode(Opcodes.ALOAD, 0));
        steps.add(new FieldInsnNode(Opcodes.GETFIELD, TUPLE, "sink", SINK));
        steps.add(new VarInsnNode(Opcodes.ILOAD, 1));
        steps.add(call("staged", "(" + SINK + "S)V"));
        method.instructions.insert(steps);
    }

    private static MethodInsnNode call(String name, String descriptor) {
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC, "nomic/code/Tuples", name, descriptor, false);
    }

    private static void addCall(MethodNode method, int sink) {
        var steps = new InsnList();
        steps.add(new VarInsnNode(Opcodes.ALOAD, sink));
        steps.add(call("made", "(" + SINK + ")V"));
        if (!method.name.equals("<init>")) {
            method.instructions.insert(steps);
            return;
        }
        for (AbstractInsnNode step : method.instructions) {
            if (step instanceof MethodInsnNode call && call.name.equals("<init>")) {
                if (!call.owner.equals(TUPLE)) {
                    method.instructions.insert(step, steps);
                }
                return;
            }
        }
    }
}
