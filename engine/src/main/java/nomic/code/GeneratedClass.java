package nomic.code;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;

import java.util.Set;
import java.util.regex.Pattern;

/** Knows the shapes of the classes that Drools generates for a package. */
final class GeneratedClass {
    /** What consequences call on {@code drools}; each goes to {@link Facts}. */
    static final Set<String> FACT_CALLS =
            Set.of(
                    "insert(Ljava/lang/Object;)V",
                    "update(Ljava/lang/Object;Lorg/drools/model/BitMask;)V",
                    "update(Ljava/lang/Object;[Ljava/lang/String;)V",
                    "delete(Ljava/lang/Object;)V");

    private static final Pattern SKELETON =
            Pattern.compile(
                    "(Rules[0-9A-F]{32}(RuleMethods\\d+)?|DomainClassesMetadata[0-9A-F]{32}(\\$.*)?)");
    private static final Pattern LAMBDA = Pattern.compile("Lambda[A-Za-z]+[0-9A-F]{32}");
    private static final Pattern CONSEQUENCE = Pattern.compile("LambdaConsequence[0-9A-F]{32}");

    private GeneratedClass() {}

    /** A class that builds the model; functions and lambdas of rules stand in it, too. */
    static boolean isSkeleton(String internalName) {
        return SKELETON.matcher(simpleName(internalName)).matches();
    }

    /** The class that gives the model of the package. */
    static boolean isModel(String internalName) {
        return simpleName(internalName).matches("Rules[0-9A-F]{32}");
    }

    /** A class that holds one expression or consequence of a rule. */
    static boolean isLambda(String internalName) {
        return LAMBDA.matcher(simpleName(internalName)).matches();
    }

    /** A class that holds one consequence of a rule. */
    static boolean isConsequence(String internalName) {
        return CONSEQUENCE.matcher(simpleName(internalName)).matches();
    }

    /** True for a name that would be taken for a generated class. */
    static boolean isReserved(String simpleName) {
        return SKELETON.matcher(simpleName).matches() || LAMBDA.matcher(simpleName).matches();
    }

    /** True for what is neither expression nor model: a declared type, an enum. */
    static boolean isType(String internalName) {
        return !internalName.contains("$") && !isSkeleton(internalName) && !isLambda(internalName);
    }

    /** A class made of a declared type. */
    static boolean isFact(ClassNode node) {
        return node.interfaces.contains("org/drools/base/factmodel/GeneratedFact");
    }

    static boolean isInterfaceOfGenerated(String name) {
        return name.equals("org/drools/base/factmodel/GeneratedFact")
                || name.equals("org/drools/base/factmodel/AccessibleFact")
                || name.startsWith("org/drools/model/functions/");
    }

    /** What Drools marks expressions and declared types with. */
    static boolean isAnnotationOfGenerated(ClassNode node, String name) {
        return isLambda(node.name)
                        && name.equals("org/drools/compiler/kie/builder/MaterializedLambda")
                || isFact(node) && name.startsWith("org/kie/api/definition/type/");
    }

    /** Constants of enums and of generated expressions. */
    static boolean isConstantOfGenerated(ClassNode node, FieldNode field) {
        boolean isEnum = (node.access & Opcodes.ACC_ENUM) != 0;
        boolean constant =
                (field.access & Opcodes.ACC_ENUM) != 0
                        || (field.access & Opcodes.ACC_SYNTHETIC) != 0
                                && (field.name.equals("ENUM$VALUES")
                                        || field.name.equals("$VALUES"));
        boolean pattern = isLambda(node.name) && field.desc.equals("Ljava/util/regex/Pattern;");
        return isEnum && constant || pattern;
    }

    /** What compilers write into every enum and record. */
    static boolean isScaffolding(String owner, String name, String descriptor) {
        return owner.equals("java/lang/Enum") && (name.equals("<init>") || name.equals("valueOf"))
                || owner.equals("java/lang/Record") && name.equals("<init>")
                || owner.equals("java/lang/MatchException") && name.equals("<init>");
    }

    /** Types that only the model names. */
    static boolean isTypeOfSkeleton(String name) {
        return Set.of(
                        "java/lang/Class",
                        "java/lang/invoke/SerializedLambda",
                        "java/lang/invoke/MethodHandles$Lookup",
                        "java/time/format/DateTimeFormatter",
                        "java/util/Locale")
                .contains(name);
    }

    static String simpleName(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1);
    }
}
