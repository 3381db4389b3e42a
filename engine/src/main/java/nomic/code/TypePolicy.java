package nomic.code;

import org.drools.drl.ast.descr.AbstractClassTypeDeclarationDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.EnumDeclarationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides on declared types: facts of rules must be plain data. */
final class TypePolicy {
    private static final Pattern LITERAL =
            Pattern.compile("-?\\d+[LlDdFf]?|-?\\d*\\.\\d+[DdFf]?|true|false|null|\"[^\"\\\\]*\"");
    private static final Pattern CONSTANT = Pattern.compile("([A-Z]\\w*)\\.([A-Z_][A-Z0-9_]*)");
    private static final Pattern FIELD = Pattern.compile("[a-z_]\\w{0,60}");
    private static final Set<String> PLAIN =
            Set.of(
                    "String",
                    "int",
                    "Integer",
                    "long",
                    "Long",
                    "short",
                    "Short",
                    "boolean",
                    "Boolean",
                    "double",
                    "Double",
                    "BigDecimal",
                    "Instant",
                    "List",
                    "Object",
                    "java.lang.String",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Boolean",
                    "java.lang.Double",
                    "java.math.BigDecimal",
                    "java.time.Instant",
                    "java.util.List");
    private static final Set<String> TYPE_ANNOTATIONS = Set.of("propertyReactive", "classReactive");
    private static final Map<String, String> TIME_ANNOTATIONS =
            Map.of(
                    "role", "Facts last until they are deleted",
                    "expires", "Facts last until they are deleted",
                    "timestamp", "Keep the time in a field of type Instant",
                    "duration", "Keep the duration in a field");

    private final Findings findings;
    private final PackageDescr tree;
    private final Imports imports;
    private final Set<String> declared;

    TypePolicy(Findings findings, PackageDescr tree, Imports imports) {
        this.findings = findings;
        this.tree = tree;
        this.imports = imports;
        this.declared = DeclaredTypes.names(tree);
    }

    void check() {
        int types = tree.getTypeDeclarations().size() + tree.getEnumDeclarations().size();
        if (types > declared.size()) {
            findings.refuse(Position.WHOLE, "A type is declared twice.", "Declare it once.");
        }
        for (var type : tree.getTypeDeclarations()) {
            checkName(type);
            checkFactType(type);
        }
        for (var type : tree.getEnumDeclarations()) {
            checkName(type);
            checkAnnotations(type, Set.of(), type.getTypeName());
            checkEnum(type);
        }
    }

    private void checkName(AbstractClassTypeDeclarationDescr type) {
        var name = type.getTypeName();
        var at = findings.at(type, name);
        if (!LanguagePolicy.NAME.matcher(name).matches()
                || GeneratedClass.isReserved(name)
                || name.contains("$")) {
            findings.refuse(
                    at, "`" + name + "` is not a name for a type.", "Use letters and digits.");
        } else if (name.equals("Law") || imports.isTaken(name)) {
            findings.refuse(
                    at,
                    "`" + name + "` is a type already and cannot be declared again.",
                    "Choose another name.");
        } else if (KnownFacts.types().containsKey(name)) {
            findings.add(
                    Diagnostic.warning(
                            "hidden-fact",
                            at,
                            "The declared type `"
                                    + name
                                    + "` hides the fact `"
                                    + name
                                    + "` of the game.",
                            "Choose another name if you mean to match the game's own."));
        }
    }

    private void checkFactType(TypeDeclarationDescr type) {
        if (type.isTrait()) {
            findings.refuse(findings.at(type), "There are no traits.", "Declare a type.");
        }
        checkAnnotations(type, TYPE_ANNOTATIONS, type.getTypeName());
        for (var parent : type.getSuperTypes()) {
            if (!declared.contains(parent.getName())) {
                findings.refuse(
                        findings.at(type, parent.getName()),
                        "`" + type.getTypeName() + "` cannot extend `" + parent.getName() + "`.",
                        "Extend only types that this rule declares.");
            }
        }
        for (var field : type.getFields().values()) {
            checkField(type.getTypeName(), field);
        }
    }

    private void checkField(String typeName, TypeFieldDescr field) {
        var at = findings.at(field);
        var type = field.getPattern().getObjectType();
        var name = typeName + "." + field.getFieldName();
        if (!FIELD.matcher(field.getFieldName()).matches()) {
            findings.refuse(
                    at, "`" + name + "` is not a name for a field.", "Begin with a small letter.");
        }
        if (field.hasOverride()) {
            findings.refuse(at, "The field `" + name + "` is declared above.", "Leave it out.");
        }
        checkAnnotations(field, Set.of("key", "position"), name);
        var plain = type.replaceAll("<.*>", "");
        var element = type.contains("<") ? type.replaceAll("^[^<]*<|>$", "").strip() : "String";
        if (isData(plain) && isData(element)) {
            List.of(plain, element).forEach(word -> checkImported(word, name, at));
        } else {
            findings.add(
                    Diagnostic.error(
                            "field-type",
                            at,
                            "The field `" + name + "` has the type `" + type + "`.",
                            Advice.onFieldType(plain)));
        }
        checkInitialValue(name, field);
    }

    private void checkImported(String type, String field, Position at) {
        boolean imported = Character.isUpperCase(type.charAt(0)) && PLAIN.contains(type);
        if (!imported || declared.contains(type)) {
            return;
        }
        if (imports.find(type) == null) {
            var full =
                    PLAIN.stream().filter(it -> it.endsWith("." + type)).findFirst().orElse(type);
            findings.add(
                    Diagnostic.error(
                            "unknown-type",
                            at,
                            "The type `" + type + "` of the field `" + field + "` is not known.",
                            "Add `import " + full + ";` above the declaration."));
        }
    }

    private boolean isData(String type) {
        var law = KnownFacts.types().get(type);
        return PLAIN.contains(type)
                || tree.getEnumDeclarations().stream().anyMatch(it -> it.getTypeName().equals(type))
                || law != null && law.isEnum();
    }

    private void checkInitialValue(String name, TypeFieldDescr field) {
        var value = field.getInitExpr();
        if (value == null || LITERAL.matcher(value.strip()).matches()) {
            return;
        }
        var constant = CONSTANT.matcher(value.strip());
        boolean known =
                constant.matches()
                        && isData(constant.group(1))
                        && !PLAIN.contains(constant.group(1));
        if (!known) {
            findings.refuse(
                    findings.at(field),
                    "The initial value of `" + name + "` is computed: " + value + ".",
                    "Write a number, text or enum constant, or set the field after `new`.");
        }
    }

    private void checkEnum(EnumDeclarationDescr type) {
        for (var literal : type.getLiterals()) {
            checkAnnotations(literal, Set.of(), type.getTypeName() + "." + literal.getName());
            if (!LanguagePolicy.NAME.matcher(literal.getName()).matches()) {
                findings.refuse(
                        findings.at(type), "`" + literal.getName() + "` is not a constant.", "");
            }
            for (var argument : literal.getConstructorArgs()) {
                if (!LITERAL.matcher(argument.strip()).matches()) {
                    findings.refuse(
                            findings.at(type, literal.getName()),
                            "The argument of `" + literal.getName() + "` is computed: " + argument,
                            "Write a number, a text, true or false.");
                }
            }
        }
        for (var field : type.getFields().values()) {
            checkField(type.getTypeName(), field);
        }
    }

    private void checkAnnotations(AnnotatedBaseDescr node, Set<String> allowed, String name) {
        for (var annotation : node.getAnnotations()) {
            var word = annotation.getName();
            boolean plain =
                    annotation.getValueMap().values().stream()
                            .allMatch(it -> String.valueOf(it).matches("\\d{0,3}"));
            if (!allowed.contains(word) || !plain) {
                var reason = TIME_ANNOTATIONS.get(word);
                findings.refuse(
                        findings.at(node, word),
                        "The annotation `@" + word + "` on `" + name + "` is not allowed.",
                        reason == null
                                ? "Fields may have @key and @position(n); remove the others."
                                : reason
                                        + "; for time call `law.schedule(name, at)` and react to"
                                        + " `Elapsed`.");
            }
        }
    }
}
