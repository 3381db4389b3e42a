package nomic.code;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites checked classes so that they pay for what they do, see {@link Fuel}, {@link Weight},
 * {@link Facts} and {@link Guards}.
 */
final class Instrumentation {
    private static final String FUEL = "nomic/code/Fuel";

    private static final Pattern INVENTED = Pattern.compile("(GENERATED_\\$\\w+\\$)(\\d+)\\$");
    private static final Pattern EXPRESSION = Pattern.compile("GENERATED_[0-9A-F]{32}");
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int ruleId;
    private final String hash;
    private Ancestry ancestry = new Ancestry(Map.of());
    private boolean lambdas;

    /**
     * @param hash of the rule's text; makes its expressions differ from those of other rules
     */
    Instrumentation(int ruleId, String hash) {
        this.ruleId = ruleId;
        this.hash = hash;
    }

    /**
     * The rewritten class files, by internal name.
     *
     * @param used the class files of types of other rules that they name
     */
    Map<String, byte[]> rewrite(Map<String, byte[]> classes, Map<String, byte[]> used) {
        var known = new TreeMap<>(used);
        known.putAll(classes);
        ancestry = new Ancestry(known);
        var rewritten = new TreeMap<String, byte[]>();
        classes.forEach((name, file) -> rewritten.put(name, rewrite(file)));
        return rewritten;
    }

    private byte[] rewrite(byte[] file) {
        var node = new ClassNode();
        new ClassReader(file).accept(node, ClassReader.EXPAND_FRAMES);
        lambdas = GeneratedClass.isLambda(node.name) || GeneratedClass.isSkeleton(node.name);
        var references = new References(node);
        for (var method : new ArrayList<>(node.methods)) {
            if (isMetered(node, method)) {
                references.replaceIn(method);
            }
        }
        node.methods.addAll(references.made());
        for (var method : node.methods) {
            if (isMetered(node, method)) {
                meter(method);
            }
            method.localVariables = null;
            renumber(method);
            makeOwn(method, EXPRESSION);
            if (method.name.equals("getExpressionHash")) {
                makeOwn(method, ANY);
            }
        }
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    /** Drools numbers the names that it invents through the life of the process. */
    private void renumber(MethodNode method) {
        for (AbstractInsnNode step : method.instructions) {
            if (step instanceof LdcInsnNode constant && constant.cst instanceof String text) {
                constant.cst =
                        INVENTED.matcher(text)
                                .replaceAll(
                                        name ->
                                                Matcher.quoteReplacement(
                                                        name.group(1)
                                                                + number(name.group(2))
                                                                + "$"));
            }
        }
    }

    private int number(String drools) {
        return numbers.computeIfAbsent(drools, _ -> numbers.size() + 1);
    }

    private boolean isMetered(ClassNode node, MethodNode method) {
        return method.instructions.size() > 0
                && !method.name.equals("$deserializeLambda$")
                && !isAccessor(node, method);
    }

    /** Reading or writing a field of a fact costs no more than the call. */
    private static boolean isAccessor(ClassNode node, MethodNode method) {
        if (!GeneratedClass.isFact(node) && (node.access & Opcodes.ACC_ENUM) == 0) {
            return false;
        }
        for (AbstractInsnNode step : method.instructions) {
            if (step instanceof MethodInsnNode || step instanceof JumpInsnNode) {
                return false;
            }
        }
        return method.name.matches("(get|set|is)[A-Z].*");
    }

    /** Two rules with one and the same constraint must not share a node of the network. */
    private void makeOwn(MethodNode method, Pattern expressions) {
        for (AbstractInsnNode step : method.instructions) {
            if (step instanceof LdcInsnNode constant
                    && constant.cst instanceof String text
                    && expressions.matcher(text).matches()) {
                constant.cst = text + "@" + ruleId + ":" + hash;
            }
        }
    }

    private void meter(MethodNode method) {
        int depth = method.maxLocals;
        var objects = new ObjectsInMaking(method);
        var loops = loopHeads(method);
        new Calls(method, ruleId, depth + 1, ancestry).rewrite();
        widenFrames(method, depth);
        for (var head : loops) {
            method.instructions.insert(firstStepAfter(head), payFor("tick"));
        }
        guardHandlers(method, depth);
        leaveBeforeReturns(method, depth);
        var entry = payFor("enter");
        entry.add(new VarInsnNode(Opcodes.ISTORE, depth));
        method.instructions.insert(entry);
        objects.nameAgain();
        method.maxLocals = depth + 1;
    }

    /** The targets of all jumps that go back. */
    private static Set<LabelNode> loopHeads(MethodNode method) {
        var seen = new LinkedHashSet<AbstractInsnNode>();
        var heads = new LinkedHashSet<LabelNode>();
        for (AbstractInsnNode step : method.instructions) {
            seen.add(step);
            var targets = new ArrayList<LabelNode>();
            switch (step) {
                case JumpInsnNode jump -> targets.add(jump.label);
                case TableSwitchInsnNode choice -> {
                    targets.addAll(choice.labels);
                    targets.add(choice.dflt);
                }
                case LookupSwitchInsnNode choice -> {
                    targets.addAll(choice.labels);
                    targets.add(choice.dflt);
                }
                default -> {}
            }
            targets.stream().filter(seen::contains).forEach(heads::add);
        }
        return heads;
    }

    private static AbstractInsnNode firstStepAfter(LabelNode head) {
        AbstractInsnNode at = head;
        while (at.getNext() != null && at.getNext().getOpcode() < 0) {
            at = at.getNext();
        }
        return at;
    }

    private InsnList payFor(String name) {
        var steps = new InsnList();
        steps.add(new LdcInsnNode(ruleId));
        var descriptor = name.equals("enter") ? "(I)I" : "(I)V";
        steps.add(new MethodInsnNode(Opcodes.INVOKESTATIC, FUEL, name, descriptor, false));
        return steps;
    }

    /** The depth lives in one more local variable, which every frame must list. */
    private static void widenFrames(MethodNode method, int depth) {
        for (AbstractInsnNode step : method.instructions) {
            if (step instanceof FrameNode frame) {
                var locals = new ArrayList<Object>(frame.local);
                int slots = 0;
                for (var local : locals) {
                    boolean wide = local.equals(Opcodes.LONG) || local.equals(Opcodes.DOUBLE);
                    slots += wide ? 2 : 1;
                }
                for (; slots < depth; slots++) {
                    locals.add(Opcodes.TOP);
                }
                locals.add(Opcodes.INTEGER);
                frame.local = locals;
            }
        }
    }

    /** What an expression of a condition answers may be kept and compared by the engine. */
    private boolean givesToEngine(MethodNode method) {
        return lambdas
                && (method.name.equals("apply") || method.name.startsWith("lambda$"))
                && (method.access & Opcodes.ACC_BRIDGE) == 0;
    }

    private static MethodInsnNode gives() {
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC, "nomic/code/Weight", "gives", "(Ljava/lang/Object;)V", false);
    }

    private void leaveBeforeReturns(MethodNode method, int depth) {
        for (var step : method.instructions.toArray()) {
            int opcode = step.getOpcode();
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                var steps = new InsnList();
                if (method.name.equals("toString") && opcode == Opcodes.ARETURN) {
                    steps.add(new InsnNode(Opcodes.DUP));
                    steps.add(
                            new MethodInsnNode(
                                    Opcodes.INVOKESTATIC,
                                    "nomic/code/Weight",
                                    "copies",
                                    "(Ljava/lang/Object;)V",
                                    false));
                }
                if (opcode == Opcodes.ARETURN && givesToEngine(method)) {
                    steps.add(new InsnNode(Opcodes.DUP));
                    steps.add(gives());
                }
                steps.add(new VarInsnNode(Opcodes.ILOAD, depth));
                steps.add(new MethodInsnNode(Opcodes.INVOKESTATIC, FUEL, "leave", "(I)V", false));
                method.instructions.insertBefore(step, steps);
            }
        }
    }

    /**
     * Every handler begins with a check that throws used up budgets again. It stands at the end of
     * the method: before the handler it would lie in the range that the handler itself protects.
     */
    private void guardHandlers(MethodNode method, int depth) {
        var guarded = new HashMap<LabelNode, LabelNode>();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            var handler = block.handler;
            if (!guarded.containsKey(handler)) {
                guarded.put(handler, addGuard(method, handler, depth));
            }
            block.handler = guarded.get(handler);
        }
    }

    private LabelNode addGuard(MethodNode method, LabelNode handler, int depth) {
        var start = new LabelNode();
        var steps = new InsnList();
        steps.add(start);
        AbstractInsnNode next = handler;
        while (next != null && !(next instanceof FrameNode)) {
            next = next.getNext();
        }
        if (next instanceof FrameNode frame) {
            steps.add(
                    new FrameNode(
                            Opcodes.F_NEW,
                            frame.local.size(),
                            frame.local.toArray(),
                            frame.stack.size(),
                            frame.stack.toArray()));
        }
        steps.add(new InsnNode(Opcodes.DUP));
        steps.add(new VarInsnNode(Opcodes.ILOAD, depth));
        steps.add(new LdcInsnNode(ruleId));
        steps.add(
                new MethodInsnNode(
                        Opcodes.INVOKESTATIC, FUEL, "caught", "(Ljava/lang/Throwable;II)V", false));
        steps.add(new JumpInsnNode(Opcodes.GOTO, handler));
        method.instructions.add(steps);
        return start;
    }
}
