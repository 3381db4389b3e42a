package nomic.code;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Makes one method pay for its library calls and allocations. */
final class Calls {
    private static final String FUEL = "nomic/code/Fuel";
    private static final String WEIGHT = "nomic/code/Weight";
    private static final String TEXTS = "nomic/code/Texts";
    private static final String FACTS = "nomic/code/Facts";
    private static final String PAYING = "nomic/code/Paying";
    private static final String DROOLS = "org/drools/model/Drools";
    private static final int REFERENCE_BYTES = 8;

    private final MethodNode method;
    private final int ruleId;
    private final int firstFree;

    /**
     * @param firstFree the first local variable in which operands may be kept for a moment
     */
    Calls(MethodNode method, int ruleId, int firstFree) {
        this.method = method;
        this.ruleId = ruleId;
        this.firstFree = firstFree;
    }

    void rewrite() {
        for (var step : method.instructions.toArray()) {
            switch (step) {
                case MethodInsnNode call -> rewriteCall(call);
                case InvokeDynamicInsnNode call -> rewriteConcatenation(call);
                case TypeInsnNode use -> rewriteTypeUse(use);
                case IntInsnNode use when use.getOpcode() == Opcodes.NEWARRAY ->
                        payForArray(use, REFERENCE_BYTES);
                case MultiANewArrayInsnNode use -> payForArrays(use);
                default -> {}
            }
        }
    }

    private void rewriteCall(MethodInsnNode call) {
        if (call.owner.equals(DROOLS)) {
            var facts = new InsnList();
            facts.add(new LdcInsnNode(ruleId));
            var descriptor = "(L" + DROOLS + ";" + call.desc.substring(1).replace(")V", "I)V");
            facts.add(invoke(FACTS, call.name, descriptor));
            replace(call, facts);
            return;
        }
        var member =
                Vocabulary.ALLOWED.member(call.owner, BytecodePolicy.keyOf(call.name, call.desc));
        if (member != null) {
            pay(call, member);
        } else if (call.name.equals("equals") && call.desc.equals("(Ljava/lang/Object;)Z")) {
            spill(call, Charge.SCANS, true); // of a record or declared type: it visits the fields
        }
        if (call.name.equals("<init>") || call.getOpcode() == Opcodes.INVOKESTATIC) {
            call.owner = replacementOf(call.owner);
        }
    }

    private static String replacementOf(String owner) {
        var entry = Vocabulary.ALLOWED.entry(owner);
        return entry == null || entry.replacement() == null ? owner : entry.replacement();
    }

    private void pay(MethodInsnNode call, Vocabulary.Member member) {
        switch (member.charge()) {
            case NONE -> {}
            case GUARDED ->
                    replace(call, one(guard(call, member, parametersWithReceiver(call, member))));
            case GATHERED -> gather(call, member);
            case WRAPS -> wrap(call);
            case CAPACITY, SCANS, COPIES, NUMBERS -> spill(call, member.charge(), true);
            case ADDS, APPENDS -> spill(call, member.charge(), false);
        }
    }

    private void wrap(MethodInsnNode call) {
        String made = Type.getReturnType(call.desc).getDescriptor();
        method.instructions.insert(call, invoke(PAYING, "each", "(" + made + ")" + made));
    }

    private static String parametersWithReceiver(MethodInsnNode call, Vocabulary.Member member) {
        return call.getOpcode() == Opcodes.INVOKESTATIC
                ? call.desc
                : "(L" + member.owner() + ";" + call.desc.substring(1);
    }

    private static MethodInsnNode guard(
            MethodInsnNode call, Vocabulary.Member member, String descriptor) {
        var guard =
                Objects.requireNonNull(
                        Guards.find(member.owner(), call.name, descriptor),
                        () -> "No guard for " + member.owner() + "." + call.name + descriptor);
        return invoke(guard.owner(), guard.name(), guard.descriptor());
    }

    /** Puts the operands of a static call into one array. */
    private void gather(MethodInsnNode call, Vocabulary.Member member) {
        int count = Type.getArgumentTypes(call.desc).length;
        var steps = new InsnList();
        for (int i = count - 1; i >= 0; i--) {
            steps.add(new VarInsnNode(Opcodes.ASTORE, firstFree + i));
        }
        steps.add(new LdcInsnNode(count));
        steps.add(new TypeInsnNode(Opcodes.ANEWARRAY, "java/lang/Object"));
        for (int i = 0; i < count; i++) {
            steps.add(new InsnNode(Opcodes.DUP));
            steps.add(new LdcInsnNode(i));
            steps.add(new VarInsnNode(Opcodes.ALOAD, firstFree + i));
            steps.add(new InsnNode(Opcodes.AASTORE));
        }
        steps.add(guard(call, member, "([Ljava/lang/Object;)"));
        replace(call, steps);
    }

    /** Keeps the operands in variables, pays for each, and puts them back. */
    private void spill(MethodInsnNode call, Charge charge, boolean receiverPays) {
        var operands = new ArrayList<Type>();
        boolean hasReceiver =
                call.getOpcode() != Opcodes.INVOKESTATIC && !call.name.equals("<init>");
        if (hasReceiver) {
            operands.add(Type.getObjectType(call.owner));
        }
        operands.addAll(List.of(Type.getArgumentTypes(call.desc)));
        var slots = slots(operands);
        var steps = new InsnList();
        for (int i = operands.size() - 1; i >= 0; i--) {
            steps.add(new VarInsnNode(operands.get(i).getOpcode(Opcodes.ISTORE), slots.get(i)));
        }
        for (int i = 0; i < operands.size(); i++) {
            var operand = operands.get(i);
            boolean reference = operand.getSort() >= Type.ARRAY;
            boolean pays = charge == Charge.CAPACITY ? operand.equals(Type.INT_TYPE) : reference;
            if (pays && (receiverPays || i > 0 || !hasReceiver)) {
                var descriptor = charge == Charge.CAPACITY ? "(I)V" : "(Ljava/lang/Object;)V";
                steps.add(new VarInsnNode(operand.getOpcode(Opcodes.ILOAD), slots.get(i)));
                steps.add(invoke(WEIGHT, charge.name().toLowerCase(Locale.ROOT), descriptor));
            }
        }
        for (int i = 0; i < operands.size(); i++) {
            steps.add(new VarInsnNode(operands.get(i).getOpcode(Opcodes.ILOAD), slots.get(i)));
        }
        method.instructions.insertBefore(call, steps);
    }

    private List<Integer> slots(List<Type> operands) {
        var slots = new ArrayList<Integer>();
        int next = firstFree;
        for (var operand : operands) {
            slots.add(next);
            next += operand.getSize();
        }
        return slots;
    }

    /** Makes the text of every object that is joined with {@code +} explicit, which pays for it. */
    private void rewriteConcatenation(InvokeDynamicInsnNode call) {
        if (!call.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            return;
        }
        var operands = List.of(Type.getArgumentTypes(call.desc));
        var slots = slots(operands);
        var text = Type.getType(String.class);
        var steps = new InsnList();
        for (int i = operands.size() - 1; i >= 0; i--) {
            steps.add(new VarInsnNode(operands.get(i).getOpcode(Opcodes.ISTORE), slots.get(i)));
        }
        var types = new ArrayList<Type>();
        for (int i = 0; i < operands.size(); i++) {
            var operand = operands.get(i);
            steps.add(new VarInsnNode(operand.getOpcode(Opcodes.ILOAD), slots.get(i)));
            boolean reference = operand.getSort() >= Type.ARRAY;
            if (reference) {
                steps.add(invoke(TEXTS, "of", "(Ljava/lang/Object;)Ljava/lang/String;"));
            }
            types.add(reference ? text : operand);
        }
        method.instructions.insertBefore(call, steps);
        call.desc = Type.getMethodDescriptor(text, types.toArray(Type[]::new));
    }

    private void rewriteTypeUse(TypeInsnNode use) {
        if (use.getOpcode() == Opcodes.NEW) {
            use.desc = replacementOf(use.desc);
            var steps = new InsnList();
            steps.add(new LdcInsnNode(ruleId));
            steps.add(invoke(FUEL, "object", "(I)V"));
            method.instructions.insertBefore(use, steps);
        } else if (use.getOpcode() == Opcodes.ANEWARRAY) {
            payForArray(use, REFERENCE_BYTES);
        }
    }

    private void payForArray(AbstractInsnNode use, int elementBytes) {
        var steps = new InsnList();
        steps.add(new LdcInsnNode(elementBytes));
        steps.add(invoke(FUEL, "array", "(II)I"));
        method.instructions.insertBefore(use, steps);
    }

    private void payForArrays(MultiANewArrayInsnNode use) {
        var steps = new InsnList();
        for (int i = use.dims - 1; i >= 0; i--) {
            steps.add(new VarInsnNode(Opcodes.ISTORE, firstFree + i));
        }
        steps.add(new LdcInsnNode(1L));
        for (int i = 0; i < use.dims; i++) {
            steps.add(new VarInsnNode(Opcodes.ILOAD, firstFree + i));
            steps.add(invoke(FUEL, "times", "(JI)J"));
        }
        steps.add(new LdcInsnNode(3 * REFERENCE_BYTES));
        steps.add(invoke(FUEL, "elements", "(JI)V"));
        for (int i = 0; i < use.dims; i++) {
            steps.add(new VarInsnNode(Opcodes.ILOAD, firstFree + i));
        }
        method.instructions.insertBefore(use, steps);
    }

    private void replace(AbstractInsnNode step, InsnList by) {
        method.instructions.insertBefore(step, by);
        method.instructions.remove(step);
    }

    private static InsnList one(MethodInsnNode step) {
        var steps = new InsnList();
        steps.add(step);
        return steps;
    }

    private static MethodInsnNode invoke(String owner, String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
    }
}
