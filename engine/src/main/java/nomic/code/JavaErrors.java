package nomic.code;

import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts what the Java compiler says of the actions of a rule into words for its author. */
final class JavaErrors {
    /** What to tell the author: what is wrong, and what to write instead. */
    record Words(String code, String message, String hint) {
        Words(String message, String hint) {
            this("compile-error", message, hint);
        }
    }

    private static final Pattern NOT_APPLICABLE =
            Pattern.compile(
                    "The method (\\w+)\\(.*\\) in the type (\\w+) is not applicable for the"
                            + " arguments \\((.*)\\).*");
    private static final Pattern NO_METHOD =
            Pattern.compile("The method (\\w+)\\((.*)\\) is undefined(?: for the type (\\w+))?.*");
    private static final Pattern NO_CONSTRUCTOR =
            Pattern.compile("The constructor (\\w+)\\((.*)\\) is undefined.*");
    private static final Pattern NO_VARIABLE =
            Pattern.compile("(\\$?\\w+) cannot be resolved(?: to a variable)?\\.?");
    private static final Pattern NO_TYPE =
            Pattern.compile("(\\w+) cannot be resolved to a type\\.?");
    private static final Pattern MISMATCH =
            Pattern.compile("Type mismatch: cannot convert from (\\S+) to (\\S+?)\\.?");
    private static final Pattern HIDDEN_FIELD =
            Pattern.compile(
                    "The field (\\w+)\\.(\\w+) is not visible.*|(\\w+)\\.(\\w+) cannot be"
                            + " resolved.*");
    private static final Pattern STATIC =
            Pattern.compile("Cannot make a static reference .* method (\\w+)\\(.*\\) from .*");
    private static final Pattern OPERANDS =
            Pattern.compile(
                    "(?:The operator (\\S+) is undefined for the argument type\\(s\\)|Incompatible"
                            + " operand types) (\\w+)(?:, | and )(\\w+).*");
    private static final Pattern NESTED_SCOPE =
            Pattern.compile("Local variable (\\w+) defined in an enclosing scope must be .*");
    private static final Set<String> UNTYPED = Set.of("let", "const", "auto", "val", "dim", "my");
    private static final Map<String, String> NAMES_OF_TYPES =
            Map.of(
                    "string", "String",
                    "str", "String",
                    "text", "String",
                    "bool", "boolean",
                    "integer", "int",
                    "number", "int",
                    "decimal", "BigDecimal",
                    "array", "List");
    private static final Map<String, String> NAMES_OF_VALUES =
            Map.of(
                    "True", "true",
                    "False", "false",
                    "TRUE", "true",
                    "FALSE", "false",
                    "None", "null",
                    "nil", "null",
                    "NULL", "null",
                    "undefined", "null");

    private final PackageDescr tree;
    private final List<DeclaredType> declared;
    private final Scopes scopes;

    JavaErrors(PackageDescr tree, SourceText source) {
        this.tree = tree;
        this.declared = DeclaredTypes.of(tree);
        this.scopes = new Scopes(tree, source);
    }

    /**
     * @param line the line of code that the compiler names; empty where it is not known
     */
    Words words(String text, String line, @Nullable RuleDescr rule) {
        var found = NOT_APPLICABLE.matcher(text);
        if (found.matches()) {
            return notApplicable(found.group(1), found.group(2), found.group(3));
        }
        found = NO_METHOD.matcher(text);
        if (found.matches()) {
            return found.group(3) == null
                    ? noFunction(found.group(1))
                    : noMethod(found.group(1), found.group(3));
        }
        found = NO_CONSTRUCTOR.matcher(text);
        if (found.matches()) {
            return noConstructor(found.group(1), found.group(2));
        }
        found = NO_TYPE.matcher(text);
        if (found.matches()) {
            return new Words(
                    "There is no type `" + found.group(1) + "`.", typeHint(found.group(1)));
        }
        found = NO_VARIABLE.matcher(text);
        if (found.matches()) {
            return noVariable(found.group(1), rule);
        }
        found = MISMATCH.matcher(text);
        return found.matches()
                ? mismatch(found.group(1), found.group(2), line)
                : otherWords(text, line);
    }

    private Words otherWords(String text, String line) {
        var found = HIDDEN_FIELD.matcher(text);
        if (found.matches()) {
            var type = found.group(1) == null ? found.group(3) : found.group(1);
            var field = found.group(2) == null ? found.group(4) : found.group(2);
            return hiddenField(type, field);
        }
        if (STATIC.matcher(text).matches()) {
            return new Words(
                    "`Law` is the name of a type.",
                    "Write `law`, with a small letter: it is there.");
        }
        found = OPERANDS.matcher(text);
        if (found.matches()) {
            return operands(found);
        }
        found = NESTED_SCOPE.matcher(text);
        if (found.matches()) {
            return new Words(
                    "The variable `" + found.group(1) + "` changes, and a lambda uses it.",
                    "Use a loop, or copy the value into a variable that does not change.");
        }
        return new Words(
                text.endsWith(".") ? text : text + ".",
                text.startsWith("Unreachable code")
                        ? "What follows `return` or an endless loop is never done: remove it."
                        : text.startsWith("Duplicate local variable")
                                ? "Choose another name."
                                : text.contains("may not have been initialized")
                                        ? "Give it a value where it is declared."
                                        : text.startsWith("Syntax error")
                                                ? "Maybe `;`, an operator or a bracket is missing"
                                                        + " here."
                                                : line.isBlank()
                                                        ? "The actions of a rule are Java; see"
                                                                + " docs/guide.md."
                                                        : "The actions of a rule are Java: look at"
                                                                + " `"
                                                                + line.strip()
                                                                + "`.");
    }

    private static Words operands(Matcher found) {
        var operator = found.group(1) == null ? "" : " by `" + found.group(1) + "`";
        return new Words(
                "A `"
                        + found.group(2)
                        + "` and a `"
                        + found.group(3)
                        + "` cannot be joined or compared"
                        + operator
                        + ".",
                found.group(2).equals("Instant") || found.group(3).equals("Instant")
                        ? "Of times write `a.isBefore(b)`, `a.plus(...)` and the like."
                        : found.group(2).equals("BigDecimal")
                                ? "Of a BigDecimal write `a.add(b)`, `a.compareTo(b) > 0` and the"
                                        + " like."
                                : "Use two numbers, two texts, or two truth values.");
    }

    private Words notApplicable(String method, String type, String given) {
        boolean law = type.equals("Law");
        var message =
                "`"
                        + (law ? "law." : type + ".")
                        + method
                        + "` cannot be called with ("
                        + given
                        + ").";
        return new Words(message, law ? lawHint(method, given) : "Look at " + forms(method, type));
    }

    private static String lawHint(String method, String given) {
        var forms = "Write " + LawWords.signatures(method) + ".";
        var arguments = List.of(given.split(", ", -1));
        if (Set.of("forbid", "permit").contains(method) && !given.contains(",")) {
            return "Bind the move or claim that is judged, as in `$m : Vote()`, and give it first. "
                    + forms;
        }
        if (arguments.contains("Player")) {
            return "Players are named by name, as in `Player( $name : name )`. " + forms;
        }
        if (arguments.contains("double") || arguments.contains("float")) {
            return "Amounts are whole numbers. " + forms;
        }
        if (method.equals("schedule") && !arguments.contains("Instant")) {
            return "Give a time, such as `law.now().plusSeconds(86400)`. " + forms;
        }
        return forms;
    }

    private static String forms(String method, String type) {
        var known = typeNamed(type);
        if (known == null) {
            return "its arguments: their number, their order and their types.";
        }
        return Arrays.stream(known.getMethods())
                        .filter(it -> it.getName().equals(method))
                        .map(
                                it ->
                                        Arrays.stream(it.getParameterTypes())
                                                .map(Class::getSimpleName)
                                                .collect(
                                                        Collectors.joining(
                                                                ", ", method + "(", ")`")))
                        .map(it -> "`" + it)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" or "))
                + ".";
    }

    private Words noFunction(String name) {
        var meant = LawWords.meant(name);
        String hint;
        if (declared.stream().anyMatch(it -> it.name().equals(name))) {
            hint = "Write `new " + name + "( ... )`.";
        } else if (meant != null) {
            hint = "Write " + LawWords.signatures(meant) + ".";
        } else {
            var functions = tree.getFunctions().stream().map(FunctionDescr::getName).toList();
            var near = Nearest.maybe(name, functions);
            hint =
                    near.isEmpty()
                            ? "Call `law`, a method of a value, or a `function` that you write"
                                    + " above the rules."
                            : near;
        }
        return new Words("There is no function `" + name + "`.", hint);
    }

    private Words noMethod(String name, String type) {
        var message = "`" + type + "` has no method `" + name + "`.";
        boolean kernel = KnownFacts.types().containsKey(type) && !isDeclared(type);
        if (kernel && name.matches("set[A-Z].*")) {
            return new Words("unknown-method", message, LawWords.change(type));
        }
        return new Words("unknown-method", message, methodHint(name, type));
    }

    private String methodHint(String name, String type) {
        for (var own : declared) {
            if (own.name().equals(type)) {
                var getters =
                        own.fields().stream().map(it -> "get" + capital(it.name()) + "()").toList();
                return "A declared type is read by " + String.join(", ", getters) + ".";
            }
        }
        var known = typeNamed(type);
        if (known == null) {
            return "";
        }
        var methods = new TreeSet<String>();
        Arrays.stream(known.getMethods())
                .filter(it -> it.getDeclaringClass() != Object.class)
                .filter(it -> !isTwin(it.getName(), known))
                .forEach(it -> methods.add(it.getName()));
        return Nearest.hint(name, methods, "It has ");
    }

    /** Facts have a getter beside each component, which says nothing more. */
    private static boolean isTwin(String name, Class<?> type) {
        return KnownFacts.types().containsValue(type)
                && name.matches("(get|is)[A-Z].*|hashCode|toString|equals");
    }

    private boolean isDeclared(String type) {
        return declared.stream().anyMatch(it -> it.name().equals(type));
    }

    private Words noConstructor(String type, String given) {
        for (var own : declared) {
            if (own.name().equals(type)) {
                var fields =
                        own.fields().stream()
                                .map(it -> it.type() + " " + it.name())
                                .collect(Collectors.joining(", "));
                return new Words(
                        "A `" + type + "` cannot be made from (" + given + ").",
                        "Write `new "
                                + type
                                + "("
                                + fields
                                + ")`, or `new "
                                + type
                                + "()` and set the fields.");
            }
        }
        return new Words(
                "`new " + type + "(" + given + ")` is not possible.",
                "Look at its arguments: their number, their order and their types.");
    }

    private String typeHint(String name) {
        var proper = NAMES_OF_TYPES.get(name);
        if (proper != null) {
            return "Write `" + proper + "`.";
        }
        if (UNTYPED.contains(name)) {
            return "Write `var`, or the type: `int`, `long`, `String`.";
        }
        var toImport = toImport(name);
        if (!toImport.isEmpty()) {
            return toImport;
        }
        var names = new TreeSet<>(KnownFacts.types().keySet());
        names.addAll(DeclaredTypes.names(tree));
        var near = Nearest.maybe(name, names);
        return near.isEmpty() ? "Declare it above the rules, or use a type that is there." : near;
    }

    private Words noVariable(String name, @Nullable RuleDescr rule) {
        if (name.equals("_this")) {
            return new Words("`this` cannot be used here.", "Name the fact: `$f : Fact( ... )`.");
        }
        var message = "There is no variable `" + name + "`.";
        var toImport = toImport(name);
        if (!toImport.isEmpty()) {
            return new Words("`" + name + "` is not known.", toImport);
        }
        var value = NAMES_OF_VALUES.get(name);
        if (value != null) {
            return new Words(message, "Write `" + value + "`.");
        }
        var scope = rule == null ? "" : scopes.hint(name, rule);
        if (!scope.isEmpty()) {
            return new Words(message, scope);
        }
        var constant = constantNamed(name);
        if (!constant.isEmpty()) {
            return new Words(message, "Constants need their type: `" + constant + "`.");
        }
        return new Words(
                message,
                name.startsWith("$")
                        ? "Bind it in the conditions of this rule, as in `" + name + " : number`."
                        : "Texts stand in quotes: \"" + name + "\".");
    }

    /** A constant of the game with its type; empty where there is none of that name. */
    static String constantNamed(String name) {
        for (var type : KnownFacts.types().values()) {
            if (type.isEnum()) {
                for (var constant : type.getEnumConstants()) {
                    if (((Enum<?>) constant).name().equals(name)) {
                        return type.getSimpleName() + "." + name;
                    }
                }
            }
        }
        return "";
    }

    /** A value of Java for a word of another language; null where there is none. */
    static @Nullable String valueFor(String word) {
        return NAMES_OF_VALUES.get(word);
    }

    private static Words mismatch(String from, String to, String line) {
        var message = "Wanted here is `" + to + "`, and this is `" + from + "`.";
        if (to.equals("boolean") && line.matches(".*[^=!<>]=[^=].*")) {
            return new Words(message, "Compare with `==`.");
        }
        if (from.equals("long") && to.equals("int")) {
            return new Words(message, "Write `long` for `int`.");
        }
        if (from.matches("double|float")) {
            return new Words(message, "Write `(" + to + ")` before it to cut the fraction off.");
        }
        if (to.equals("String")) {
            return new Words(message, "Write it in quotes, or `String.valueOf( ... )`.");
        }
        if (from.equals("String") && to.matches("int|long")) {
            return new Words(message, "Write it without quotes, or `Integer.parseInt( ... )`.");
        }
        return new Words(message, "Write a value of the type `" + to + "`, or another type.");
    }

    private Words hiddenField(String type, String field) {
        boolean own = isDeclared(type);
        var getter = "get" + capital(field) + "()";
        return new Words(
                "The field `" + type + "." + field + "` cannot be used like this.",
                own
                        ? "Read it by `"
                                + getter
                                + "`, and set it by `modify($fact) { set"
                                + capital(field)
                                + "( ... ) }`."
                        : "Read it by `" + field + "()`. " + LawWords.change(type));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The import that makes a class of the platform known; empty where there is none. */
    static String toImport(String simpleName) {
        for (var entry : Vocabulary.ALLOWED.entries().values()) {
            if (entry.type().getSimpleName().equals(simpleName)) {
                return "Add `import " + entry.type().getCanonicalName() + ";` above the rules.";
            }
        }
        return "";
    }

    private static @Nullable Class<?> typeNamed(String simpleName) {
        var law = KnownFacts.types().get(simpleName);
        if (law != null) {
            return law;
        }
        for (var entry : Vocabulary.ALLOWED.entries().values()) {
            if (entry.type().getSimpleName().equals(simpleName)) {
                return entry.type();
            }
        }
        return null;
    }
}
