package nomic.code;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

import java.util.ArrayList;
import java.util.List;

/**
 * Replaces method references by references to methods of the class itself which do the call, so
 * that it is metered like any other.
 */
final class References {
    private final ClassNode node;
    private final List<MethodNode> made = new ArrayList<>();

    References(ClassNode node) {
        this.node = node;
    }

    /** The methods that the new references name. */
    List<MethodNode> made() {
        return made;
    }

    void replaceIn(MethodNode method) {
        for (AbstractInsnNode step : method.instructions) {
            if (step instanceof InvokeDynamicInsnNode call
                    && call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
                for (int i = 0; i < call.bsmArgs.length; i++) {
                    if (call.bsmArgs[i] instanceof Handle handle && !isLambda(handle)) {
                        call.bsmArgs[i] = stepInBetween(handle);
                    }
                }
            }
        }
    }

    private boolean isLambda(Handle handle) {
        return handle.getOwner().equals(node.name) && handle.getName().startsWith("lambda$");
    }

    private Handle stepInBetween(Handle handle) {
        var name = "reference$" + made.size();
        var descriptor = descriptor(handle);
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        var method = new MethodNode(access, name, descriptor, null, null);
        int locals = 0;
        if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            method.instructions.add(new TypeInsnNode(Opcodes.NEW, handle.getOwner()));
            method.instructions.add(new InsnNode(Opcodes.DUP));
        }
        for (var argument : Type.getArgumentTypes(descriptor)) {
            int load = argument.getOpcode(Opcodes.ILOAD);
            method.instructions.add(new VarInsnNode(load, locals));
            locals += argument.getSize();
        }
        method.instructions.add(
                new MethodInsnNode(
                        opcode(handle),
                        handle.getOwner(),
                        handle.getName(),
                        handle.getDesc(),
                        handle.isInterface()));
        var result = Type.getReturnType(descriptor);
        method.instructions.add(new InsnNode(result.getOpcode(Opcodes.IRETURN)));
        method.maxLocals = locals;
        method.maxStack = locals + 3;
        made.add(method);
        return new Handle(Opcodes.H_INVOKESTATIC, node.name, name, descriptor, false);
    }

    private static String descriptor(Handle handle) {
        var own = Type.getMethodType(handle.getDesc());
        var owner = Type.getObjectType(handle.getOwner());
        return switch (handle.getTag()) {
            case Opcodes.H_INVOKESTATIC -> handle.getDesc();
            case Opcodes.H_NEWINVOKESPECIAL ->
                    Type.getMethodDescriptor(owner, own.getArgumentTypes());
            default -> {
                var all = new ArrayList<Type>();
                all.add(owner);
                all.addAll(List.of(own.getArgumentTypes()));
                yield Type.getMethodDescriptor(own.getReturnType(), all.toArray(Type[]::new));
            }
        };
    }

    private static int opcode(Handle handle) {
        return switch (handle.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL, Opcodes.H_INVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            default -> Opcodes.INVOKEVIRTUAL;
        };
    }
}
