package nomic.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides on the class files of a rule what they may name: their own classes, {@code nomic.law},
 * and the listed members of {@code java.*} and Drools. Everything else is refused.
 */
final class BytecodePolicy {
    private static final Set<String> BOOTSTRAPS =
            Set.of(
                    "java/lang/invoke/LambdaMetafactory.altMetafactory",
                    "java/lang/invoke/LambdaMetafactory.metafactory",
                    "java/lang/invoke/StringConcatFactory.makeConcatWithConstants",
                    "java/lang/runtime/ObjectMethods.bootstrap",
                    "java/lang/runtime/SwitchBootstraps.typeSwitch");
    private static final int MOST_LOCALS = 500;

    /** One thing that may not be named, where it stands. */
    record Refusal(String className, String owner, String member, String what) {}

    private final Map<String, ClassNode> own = new TreeMap<>();

    /** Those and the types of other rules that are imported. */
    private final Map<String, ClassNode> known = new TreeMap<>();

    private final Set<String> functions;
    private final Set<Refusal> refusals = new LinkedHashSet<>();
    private String inClass = "";

    private BytecodePolicy(Set<String> functions) {
        this.functions = functions;
    }

    /**
     * @param classes class files by internal name
     * @param used the class files of types of other rules that may be named
     * @param functions the names of the DRL functions of the rule
     */
    static List<Refusal> check(
            Map<String, byte[]> classes, Map<String, byte[]> used, Set<String> functions) {
        var policy = new BytecodePolicy(functions);
        for (var entry : classes.entrySet()) {
            var node = new ClassNode();
            new ClassReader(entry.getValue()).accept(node, 0);
            policy.own.put(node.name, node);
            if (!node.name.equals(entry.getKey())) {
                policy.refuse(node.name, "", "a class under a false name");
            }
        }
        for (var file : used.values()) {
            var node = new ClassNode();
            new ClassReader(file).accept(node, 0);
            policy.known.put(node.name, node);
        }
        policy.known.putAll(policy.own);
        policy.own.values().forEach(policy::checkClass);
        return new ArrayList<>(policy.refusals);
    }

    /** True for a method that Drools wrote to build the model. */
    static boolean isSkeleton(ClassNode node, MethodNode method, Set<String> functions) {
        return GeneratedClass.isSkeleton(node.name)
                && !functions.contains(method.name)
                && !method.name.startsWith("lambda$");
    }

    private void refuse(String owner, String member, String what) {
        refusals.add(new Refusal(inClass, owner, member, what));
    }

    private void checkClass(ClassNode node) {
        inClass = node.name;
        boolean skeleton = GeneratedClass.isSkeleton(node.name);
        checkSuper(node.superName);
        node.interfaces.forEach(name -> checkInterface(name, skeleton));
        if (!skeleton && (node.access & Opcodes.ACC_INTERFACE) != 0) {
            refuse(node.name, "", "a local interface");
        }
        checkNoFalseFact(node);
        for (var annotation : Annotations.of(node)) {
            checkAnnotation(annotation, node);
        }
        for (var field : node.fields) {
            checkField(node, field, skeleton);
        }
        for (var method : node.methods) {
            checkMethod(node, method, isSkeleton(node, method, functions));
        }
    }

    /** A class within a consequence must not pass for a declared type. */
    private void checkNoFalseFact(ClassNode node) {
        if (!node.name.contains("$")) {
            return;
        }
        node.interfaces.stream()
                .filter(GeneratedClass::isInterfaceOfGenerated)
                .forEach(name -> refuse(name, "", "as an interface of a class"));
        var above = known.get(node.superName);
        if (above != null && GeneratedClass.isFact(above)) {
            refuse(node.superName, "", "as a superclass");
        }
    }

    private void checkSuper(String name) {
        var listed = Vocabulary.ALLOWED.entry(name);
        boolean known =
                Set.of("java/lang/Object", "java/lang/Enum", "java/lang/Record").contains(name)
                        || own.containsKey(name)
                        || listed != null && listed.subclass();
        if (!known) {
            refuse(name, "", "as a superclass");
        }
    }

    private void checkInterface(String name, boolean skeleton) {
        var listed = Vocabulary.ALLOWED.entry(name);
        boolean known =
                name.equals("java/io/Serializable")
                        || listed != null && listed.subclass()
                        || skeleton && name.equals("org/drools/model/Model")
                        || name.equals("org/drools/model/DomainClassMetadata") && skeleton
                        || GeneratedClass.isInterfaceOfGenerated(name);
        if (!known) {
            refuse(name, "", "as an interface of a class");
        }
    }

    /** Drools marks its own classes; the vocabulary has those that mean something to compilers. */
    private void checkAnnotation(AnnotationNode annotation, ClassNode node) {
        var name = Type.getType(annotation.desc).getInternalName();
        var listed = Vocabulary.ALLOWED.entry(name);
        boolean known =
                listed != null && listed.type().isAnnotation()
                        || GeneratedClass.isAnnotationOfGenerated(node, name);
        if (!known) {
            refuse(name, "", "as an annotation");
        }
        if (annotation.values != null) {
            annotation.values.forEach(value -> checkAnnotationValue(value, node));
        }
    }

    private void checkAnnotationValue(@Nullable Object value, ClassNode node) {
        switch (value) {
            case AnnotationNode nested -> checkAnnotation(nested, node);
            case List<?> values -> values.forEach(each -> checkAnnotationValue(each, node));
            case Type _ -> refuse("java/lang/Class", "", "a class literal");
            case String[] constant -> checkType(Type.getType(constant[0]), false);
            case null, default -> {} // names of values, texts and numbers
        }
    }

    private void checkField(ClassNode node, FieldNode field, boolean skeleton) {
        checkType(Type.getType(field.desc), skeleton);
        boolean isStatic = (field.access & Opcodes.ACC_STATIC) != 0;
        boolean constant =
                (field.access & Opcodes.ACC_FINAL) != 0
                        && (field.value != null
                                || GeneratedClass.isConstantOfGenerated(node, field));
        boolean synthetic =
                (field.access & Opcodes.ACC_SYNTHETIC) != 0
                        && field.name.startsWith("$SWITCH_TABLE$");
        if (isStatic && !skeleton && !constant && !synthetic) {
            refuse(node.name, field.name, "a static field");
        }
    }

    private void checkMethod(ClassNode node, MethodNode method, boolean skeleton) {
        if ((method.access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
            refuse(node.name, method.name, "a synchronized or native method");
        }
        if (method.name.equals("finalize")) {
            refuse(node.name, method.name, "a finalizer");
        }
        if (method.maxLocals > MOST_LOCALS || method.maxStack > MOST_LOCALS) {
            refuse(node.name, method.name, "more than " + MOST_LOCALS + " variables in a method");
        }
        checkType(Type.getMethodType(method.desc), skeleton);
        for (var block : method.tryCatchBlocks) {
            checkCatch(method, block);
        }
        for (AbstractInsnNode step : method.instructions) {
            checkStep(node, method, step, skeleton);
        }
    }

    private void checkCatch(MethodNode method, TryCatchBlockNode block) {
        var type = block.type;
        if (type == null || method.name.startsWith("$SWITCH_TABLE$") || own.containsKey(type)) {
            return;
        }
        var listed = Vocabulary.ALLOWED.entry(type);
        if (listed == null || !listed.catchable()) {
            refuse(type, "", "in a catch clause");
        }
    }

    private void checkStep(
            ClassNode node, MethodNode method, AbstractInsnNode step, boolean skeleton) {
        switch (step) {
            case MethodInsnNode call -> {
                if (!isEqualityOfGenerated(node, method, call) && !isLookup(call)) {
                    checkMember(call.owner, call.name, call.desc, call.getOpcode(), skeleton);
                    checkType(Type.getMethodType(call.desc), skeleton);
                }
            }
            case FieldInsnNode access -> checkFieldAccess(access, skeleton);
            case TypeInsnNode use -> checkType(Type.getObjectType(use.desc), skeleton);
            case MultiANewArrayInsnNode use -> checkType(Type.getType(use.desc), skeleton);
            case LdcInsnNode constant -> checkConstant(method, constant.cst, skeleton);
            case InvokeDynamicInsnNode call -> checkDynamic(call, skeleton);
            default -> {
                if (step.getOpcode() == Opcodes.MONITORENTER) {
                    refuse("", "", "a synchronized block");
                }
            }
        }
    }

    /** {@code valueOf} of every enum looks its constant up by class. */
    private boolean isLookup(MethodInsnNode call) {
        return call.owner.equals("java/lang/Enum") && call.name.equals("valueOf");
    }

    /** Equality of declared types compares classes; nothing else sees a class. */
    private static boolean isEqualityOfGenerated(
            ClassNode node, MethodNode method, MethodInsnNode call) {
        return method.name.equals("equals")
                && method.desc.equals("(Ljava/lang/Object;)Z")
                && call.name.equals("getClass")
                && GeneratedClass.isFact(node);
    }

    private void checkFieldAccess(FieldInsnNode access, boolean skeleton) {
        checkType(Type.getType(access.desc), skeleton);
        if (known.containsKey(access.owner)) {
            return;
        }
        if (!access.owner.startsWith("nomic/law/")) {
            checkMember(access.owner, access.name, "", access.getOpcode(), skeleton);
        }
        if (access.getOpcode() == Opcodes.PUTSTATIC || access.getOpcode() == Opcodes.PUTFIELD) {
            refuse(access.owner, access.name, "assigned to");
        }
    }

    private void checkConstant(MethodNode method, Object constant, boolean skeleton) {
        if (constant instanceof Handle || constant instanceof ConstantDynamic) {
            refuse("", "", "a method handle");
        } else if (constant instanceof Type type && !skeleton) {
            boolean lookup =
                    method.name.equals("valueOf") && own.containsKey(type.getInternalName());
            if (!lookup) {
                refuse("java/lang/Class", "", "a class literal");
            }
        }
    }

    private void checkDynamic(InvokeDynamicInsnNode call, boolean skeleton) {
        var bootstrap = call.bsm.getOwner() + "." + call.bsm.getName();
        if (!BOOTSTRAPS.contains(bootstrap)) {
            refuse(call.bsm.getOwner(), call.bsm.getName(), "as a bootstrap method");
        }
        checkType(Type.getMethodType(call.desc), skeleton);
        for (var argument : call.bsmArgs) {
            switch (argument) {
                case Handle handle -> checkHandle(handle, skeleton);
                case Type type -> checkType(type, skeleton);
                case ConstantDynamic _ -> refuse("", "", "a dynamic constant");
                default -> {}
            }
        }
    }

    private void checkHandle(Handle handle, boolean skeleton) {
        boolean field = handle.getTag() <= Opcodes.H_PUTSTATIC;
        if (field && known.containsKey(handle.getOwner())) {
            return;
        }
        int opcode =
                handle.getTag() == Opcodes.H_INVOKESPECIAL
                        ? Opcodes.INVOKESPECIAL
                        : Opcodes.INVOKEVIRTUAL;
        checkMember(
                handle.getOwner(),
                handle.getName(),
                field ? "" : handle.getDesc(),
                opcode,
                skeleton);
    }

    private void checkMember(
            String owner, String name, String descriptor, int opcode, boolean skeleton) {
        if (owner.startsWith("[")) {
            checkType(Type.getObjectType(owner), skeleton);
            if (!name.equals("clone")) {
                refuse("java/lang/Object", name, "of an array");
            }
        } else if (known.containsKey(owner)) {
            checkOwnMember(owner, name, descriptor, opcode, skeleton);
        } else if (owner.startsWith("nomic/law/")) {
            checkLawMember(owner, name);
        } else if (!isForeignAllowed(owner, name, descriptor, opcode, skeleton)) {
            refuse(owner, name, "");
        }
    }

    private boolean isForeignAllowed(
            String owner, String name, String descriptor, int opcode, boolean skeleton) {
        if (GeneratedClass.isScaffolding(owner, name, descriptor)
                || GeneratedVocabulary.ALLOWED.knowsMember(owner, name, skeleton)) {
            return true;
        }
        if (owner.equals("org/drools/model/Drools")) {
            return GeneratedClass.FACT_CALLS.contains(name + descriptor);
        }
        var member = Vocabulary.ALLOWED.member(owner, keyOf(name, descriptor));
        boolean viaSuper = opcode == Opcodes.INVOKESPECIAL && !name.equals("<init>");
        boolean replaced =
                member != null
                        && (member.charge() == Charge.GUARDED
                                || member.charge() == Charge.GATHERED);
        return member != null && !(viaSuper && replaced);
    }

    private void checkOwnMember(
            String owner, String name, String descriptor, int opcode, boolean skeleton) {
        var node = known.get(owner);
        while (node != null) {
            if (declares(node, name, descriptor)) {
                if (name.equals("hashCode") && node.superName.equals("java/lang/Record")) {
                    refuse(owner, name, "of a record");
                }
                return;
            }
            var next = known.get(node.superName);
            if (next == null && ownMemberAbove(node, name, descriptor, opcode, skeleton)) {
                return;
            }
            node = next;
        }
        refuse(owner, name, "");
    }

    private boolean ownMemberAbove(
            ClassNode node, String name, String descriptor, int opcode, boolean skeleton) {
        if (isForeignAllowed(node.superName, name, descriptor, opcode, skeleton)) {
            return true;
        }
        return node.interfaces.stream()
                .anyMatch(above -> isForeignAllowed(above, name, descriptor, opcode, skeleton));
    }

    private static boolean declares(ClassNode node, String name, String descriptor) {
        return node.methods.stream()
                        .anyMatch(it -> it.name.equals(name) && it.desc.equals(descriptor))
                || descriptor.isEmpty()
                        && node.fields.stream().anyMatch(it -> it.name.equals(name));
    }

    /** Rules read facts and call {@code law}; only an input of an offer is theirs to make. */
    private void checkLawMember(String owner, String name) {
        if (name.equals("<init>") && !owner.equals("nomic/law/Input")) {
            refuse(owner, name, "made by a rule");
        }
        if (Set.of("getClass", "wait", "notify", "notifyAll", "hashCode").contains(name)) {
            refuse(owner, name, "");
        }
    }

    private void checkType(@Nullable Type type, boolean skeleton) {
        if (type == null) {
            return;
        }
        switch (type.getSort()) {
            case Type.ARRAY -> checkType(type.getElementType(), skeleton);
            case Type.OBJECT -> checkTypeName(type.getInternalName(), skeleton);
            case Type.METHOD -> {
                checkType(type.getReturnType(), skeleton);
                for (var argument : type.getArgumentTypes()) {
                    checkType(argument, skeleton);
                }
            }
            default -> {}
        }
    }

    private void checkTypeName(String name, boolean skeleton) {
        boolean known =
                this.known.containsKey(name)
                        || name.startsWith("nomic/law/")
                        || Vocabulary.ALLOWED.entry(name) != null
                        || GeneratedVocabulary.ALLOWED.knowsType(name, skeleton)
                        || skeleton && GeneratedClass.isTypeOfSkeleton(name);
        if (!known) {
            refuse(name, "", "");
        }
    }

    static String keyOf(String name, String descriptor) {
        return descriptor.isEmpty()
                ? name
                : name + descriptor.substring(0, descriptor.indexOf(')') + 1);
    }
}
