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
import java.util.regex.Pattern;

/** Makes one method pay for its library calls and allocations. */
final class Calls {
    private static final String FUEL = "nomic/code/Fuel";
    private static final String WEIGHT = "nomic/code/Weight";
    private static final String TEXTS = "nomic/code/Texts";
    private static final String FACTS = "nomic/code/Facts";
    private static final String PAYING = "nomic/code/Paying";
    private static final String DROOLS = "org/drools/model/Drools";
    private static final String TEXT_GUARDS = "nomic/code/TextGuards";
    private static final String STREAM_GUARDS = "nomic/code/StreamGuards";
    private static final String VIEWS = "nomic/code/Views";
    private static final String MODEL = "org/drools/modelcompiler/dsl/pattern/D";
    private static final Pattern LAST_OBJECT = Pattern.compile("Ljava/lang/Object;\\)");
    private static final String EVALUATION = "org/drools/modelcompiler/util/EvaluationUtil";
    private static final int REFERENCE_BYTES = 8;

    private final MethodNode method;
    private final int ruleId;
    private final int firstFree;
    private final Ancestry ancestry;

    /**
     * @param firstFree the first local variable in which operands may be kept for a moment
     */
    Calls(MethodNode method, int ruleId, int firstFree, Ancestry ancestry) {
        this.method = method;
        this.ruleId = ruleId;
        this.firstFree = firstFree;
        this.ancestry = ancestry;
    }

    void rewrite() {
        for (var step : method.instructions.toArray()) {
            switch (step) {
                case MethodInsnNode call -> rewriteCall(call);
                case InvokeDynamicInsnNode call -> rewriteDynamic(call);
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
        var member = ancestry.member(call.owner, BytecodePolicy.keyOf(call.name, call.desc));
        if (member != null) {
            pay(call, member);
        } else {
            payForOther(call);
        }
        if (call.name.equals("<init>") || call.getOpcode() == Opcodes.INVOKESTATIC) {
            call.owner = replacementOf(call.owner);
        }
    }

    /** Members that no list names: of arrays, the game's facts, the engine, and the rule's own. */
    private void payForOther(MethodInsnNode call) {
        boolean text = call.name.equals("toString") && call.desc.startsWith("()");
        if (call.name.equals("equals") && call.desc.equals("(Ljava/lang/Object;)Z")) {
            spill(call, Charge.SCANS, true); // of a record or declared type: it visits the fields
        } else if (call.owner.equals(MODEL) && call.name.equals("eval")) {
            search(call, 1); // behind the operator
        } else if (call.owner.equals(EVALUATION)) {
            spill(call, Charge.SCANS, true);
        } else if (call.owner.equals(MODEL) && LAST_OBJECT.matcher(call.desc).find()) {
            // a constant of the model
            method.instructions.insertBefore(
                    call,
                    invoke("nomic/code/Frozen", "of", "(Ljava/lang/Object;)Ljava/lang/Object;"));
        } else if (call.owner.startsWith("[") || call.owner.equals("nomic/law/Input")) {
            spill(call, Charge.COPIES, true);
        } else if (call.owner.startsWith("nomic/law/") && text) {
            replace(
                    call,
                    one(invoke(TEXT_GUARDS, "toString", "(Ljava/lang/Object;)Ljava/lang/String;")));
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
            case MAKES -> method.instructions.insertBefore(call, paid(member.charge()));
            case STAGES -> stage(call);
            case KEEPS -> keep(call, member);
            case VIEWS -> view(call);
            case SEARCHES -> search(call, 0);
            case CAPACITY, SCANS, COPIES, NUMBERS -> spill(call, member.charge(), true);
            case ADDS, APPENDS -> spill(call, member.charge(), false);
        }
    }

    private static MethodInsnNode paid(Charge charge) {
        return invoke(WEIGHT, charge.name().toLowerCase(Locale.ROOT), "()V");
    }

    /** Puts a stage that pays before the one that keeps elements. */
    private void keep(MethodInsnNode call, Vocabulary.Member member) {
        var operands = operands(call);
        var slots = slots(operands);
        var stream = "L" + member.owner() + ";";
        var steps = stores(operands, slots);
        steps.add(new VarInsnNode(Opcodes.ALOAD, firstFree));
        steps.add(invoke(STREAM_GUARDS, "kept", "(" + stream + ")" + stream));
        steps.add(new VarInsnNode(Opcodes.ASTORE, firstFree));
        steps.add(loads(operands, slots));
        method.instructions.insertBefore(call, steps);
    }

    /** Pays for a stage, and notes how many there are from the source of the stream to it. */
    private void stage(MethodInsnNode call) {
        method.instructions.insertBefore(call, paid(Charge.STAGES));
        if (hasReceiver(call)) {
            var operands = operands(call);
            var steps = stores(operands, slots(operands));
            steps.add(loads(operands, slots(operands)));
            method.instructions.insertBefore(call, steps);
            note(call, "staged");
        }
    }

    private void view(MethodInsnNode call) {
        spill(call, Charge.ADDS, false);
        note(call, "made");
    }

    /** What a view or stage is made of, receiver or argument, stands in the first variable. */
    private void note(MethodInsnNode call, String method) {
        var steps = new InsnList();
        steps.add(new InsnNode(Opcodes.DUP));
        steps.add(new VarInsnNode(Opcodes.ALOAD, firstFree));
        steps.add(invoke(VIEWS, method, "(Ljava/lang/Object;Ljava/lang/Object;)V"));
        this.method.instructions.insert(call, steps);
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
        var operands = operands(call);
        var slots = slots(operands);
        int first = receiverPays || !hasReceiver(call) ? 0 : 1;
        var steps = stores(operands, slots);
        for (int i = first; i < operands.size(); i++) {
            steps.add(payment(charge, operands.get(i), slots.get(i)));
        }
        steps.add(loads(operands, slots));
        method.instructions.insertBefore(call, steps);
    }

    /** Pays for a search of the text at a place among the operands for the operand behind it. */
    private void search(MethodInsnNode call, int text) {
        spill(call, Charge.SCANS, true);
        var operands = operands(call);
        if (operands.size() < text + 2 || operands.get(text + 1).getSort() < Type.ARRAY) {
            return;
        }
        var slots = slots(operands);
        var steps = new InsnList();
        steps.add(new VarInsnNode(Opcodes.ALOAD, slots.get(text)));
        steps.add(new VarInsnNode(Opcodes.ALOAD, slots.get(text + 1)));
        steps.add(invoke(WEIGHT, "searches", "(Ljava/lang/Object;Ljava/lang/Object;)V"));
        method.instructions.insertBefore(call, steps);
    }

    private static boolean hasReceiver(MethodInsnNode call) {
        return call.getOpcode() != Opcodes.INVOKESTATIC && !call.name.equals("<init>");
    }

    private static List<Type> operands(MethodInsnNode call) {
        var operands = new ArrayList<Type>();
        if (hasReceiver(call)) {
            operands.add(Type.getObjectType(call.owner));
        }
        operands.addAll(List.of(Type.getArgumentTypes(call.desc)));
        return operands;
    }

    private static InsnList payment(Charge charge, Type operand, int slot) {
        var steps = new InsnList();
        boolean number = operand.equals(Type.INT_TYPE);
        if (operand.getSort() >= Type.ARRAY && charge != Charge.CAPACITY) {
            steps.add(new VarInsnNode(Opcodes.ALOAD, slot));
            var name = charge.name().toLowerCase(Locale.ROOT);
            steps.add(invoke(WEIGHT, name, "(Ljava/lang/Object;)V"));
        } else if (number && (charge == Charge.CAPACITY || charge == Charge.NUMBERS)) {
            steps.add(new VarInsnNode(Opcodes.ILOAD, slot));
            steps.add(invoke(WEIGHT, charge == Charge.CAPACITY ? "capacity" : "places", "(I)V"));
        } else if (charge == Charge.APPENDS) {
            boolean letter = operand.equals(Type.CHAR_TYPE);
            steps.add(invoke(WEIGHT, letter ? "letter" : "digits", "()V"));
        }
        return steps;
    }

    private static InsnList stores(List<Type> operands, List<Integer> slots) {
        var steps = new InsnList();
        for (int i = operands.size() - 1; i >= 0; i--) {
            steps.add(new VarInsnNode(operands.get(i).getOpcode(Opcodes.ISTORE), slots.get(i)));
        }
        return steps;
    }

    private static InsnList loads(List<Type> operands, List<Integer> slots) {
        var steps = new InsnList();
        for (int i = 0; i < operands.size(); i++) {
            steps.add(new VarInsnNode(operands.get(i).getOpcode(Opcodes.ILOAD), slots.get(i)));
        }
        return steps;
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

    private void rewriteDynamic(InvokeDynamicInsnNode call) {
        switch (call.bsm.getOwner()) {
            case "java/lang/invoke/StringConcatFactory" -> rewriteConcatenation(call);
            case "java/lang/runtime/ObjectMethods" -> {
                if (call.name.equals("toString")) {
                    var text = "(Ljava/lang/Record;)Ljava/lang/String;";
                    replace(call, one(invoke(TEXTS, "ofRecord", text)));
                }
            }
            case "java/lang/invoke/LambdaMetafactory" -> {
                if (Type.getArgumentTypes(call.desc).length > 0) {
                    method.instructions.insertBefore(call, paid(Charge.MAKES));
                }
            }
            default -> {}
        }
    }

    /** Makes the text of every object that is joined with {@code +} explicit, which pays for it. */
    private void rewriteConcatenation(InvokeDynamicInsnNode call) {
        var operands = List.of(Type.getArgumentTypes(call.desc));
        var slots = slots(operands);
        var text = Type.getType(String.class);
        var steps = stores(operands, slots);
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
        int constant = 0;
        for (var argument : call.bsmArgs) {
            constant += argument instanceof String part ? part.length() : 0;
        }
        steps.add(new LdcInsnNode(constant));
        steps.add(invoke(WEIGHT, "text", "(I)V"));
        method.instructions.insertBefore(call, steps);
        call.desc = Type.getMethodDescriptor(text, types.toArray(Type[]::new));
    }

    private void rewriteTypeUse(TypeInsnNode use) {
        if (use.getOpcode() == Opcodes.NEW) {
            use.desc = replacementOf(use.desc);
            var steps = new InsnList();
            steps.add(new LdcInsnNode(ruleId));
            steps.add(
                    invoke(FUEL, ancestry.isThrowable(use.desc) ? "exception" : "object", "(I)V"));
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
