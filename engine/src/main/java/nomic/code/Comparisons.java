package nomic.code;

import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks at comparisons of a field with a plain value. Drools turns one kind of value into another
 * where it can, and otherwise fails without a place, so both are refused beforehand.
 */
final class Comparisons {
    private static final Pattern COMPARISON =
            Pattern.compile(
                    "\\s*(?:\\$?\\w+\\s*:\\s*)?([a-z]\\w*)\\s*(==|!=|<=?|>=?)\\s*(\"[^\"]*\"|'[^']*'"
                        + "|-?\\d[\\w.]*|[A-Za-z]\\w*(?:\\.[A-Z_][A-Z0-9_]*)?)\\s*");
    private static final Set<String> NUMBERS =
            Set.of("int", "long", "short", "double", "Integer", "Long", "Short", "Double");
    private static final Set<String> TRUTHS = Set.of("boolean", "Boolean");

    private final Findings findings;
    private final FactTypes facts;

    Comparisons(Findings findings, FactTypes facts) {
        this.findings = findings;
        this.facts = facts;
    }

    /**
     * @param bound the variables that are bound above
     */
    void check(ExprConstraintDescr constraint, String type, Set<String> bound) {
        var compared = COMPARISON.matcher(constraint.getExpression());
        if (!compared.matches()) {
            return;
        }
        var field = compared.group(1);
        var value = compared.group(3);
        var fieldType = facts.typeOf(type, field);
        if (fieldType == null) {
            return;
        }
        if (value.matches("[A-Za-z]\\w*")) {
            checkWord(constraint, type, fieldType, value, bound);
        } else if (!fits(fieldType, value)) {
            var at = findings.at(constraint, field);
            findings.add(
                    Diagnostic.error(
                            "type-mismatch",
                            place(at, compared.start(3) - compared.start(1)),
                            "The "
                                    + kind(fieldType)
                                    + " `"
                                    + field
                                    + "` is compared with "
                                    + value(value)
                                    + ".",
                            hint(fieldType, value)));
        }
    }

    private Position place(Position field, int offset) {
        return field.line() == 0
                ? field
                : findings.source()
                        .at(findings.source().offset(field.line(), field.column()) + offset);
    }

    private void checkWord(
            ExprConstraintDescr constraint,
            String type,
            String fieldType,
            String word,
            Set<String> bound) {
        var fields = facts.properties(type);
        boolean known =
                word.matches("true|false|null|this")
                        || bound.contains(word)
                        || fields != null && fields.contains(word);
        if (known) {
            return;
        }
        findings.add(
                Diagnostic.error(
                        "unknown-name",
                        findings.at(constraint, word),
                        "`" + word + "` is no field of `" + type + "` and no variable.",
                        wordHint(fieldType, word, fields)));
    }

    private static String wordHint(String fieldType, String word, @Nullable Set<String> fields) {
        var value = JavaErrors.valueFor(word);
        if (value != null) {
            return "Write `" + value + "`.";
        }
        var constants = constants(fieldType);
        if (constants != null) {
            var near = Nearest.to(word, constants);
            return near == null
                    ? "Constants need their type: `"
                            + String.join(
                                    "`, `",
                                    constants.stream().map(it -> fieldType + "." + it).toList())
                            + "`."
                    : "Constants need their type: `" + fieldType + "." + near + "`.";
        }
        var near = fields == null ? "" : Nearest.maybe(word, fields);
        if (!near.isEmpty()) {
            return near;
        }
        return fieldType.equals("String")
                ? "Texts stand in quotes: \"" + word + "\"."
                : "Compare it with a "
                        + kind(fieldType)
                        + ", or with a variable that is bound above.";
    }

    private static @Nullable Set<String> constants(String type) {
        var law = KnownFacts.types().get(type);
        if (law == null || !law.isEnum()) {
            return null;
        }
        var names = new java.util.TreeSet<String>();
        for (var constant : law.getEnumConstants()) {
            names.add(((Enum<?>) constant).name());
        }
        return names;
    }

    private static boolean fits(String fieldType, String value) {
        boolean text = value.startsWith("\"") || value.startsWith("'");
        boolean number = value.matches("-?\\d.*");
        if (fieldType.equals("String")) {
            return text;
        }
        if (NUMBERS.contains(fieldType)) {
            return number;
        }
        if (TRUTHS.contains(fieldType)) {
            return false;
        }
        if (constants(fieldType) != null) {
            return !text && !number && value.startsWith(fieldType + ".");
        }
        return true;
    }

    private static String kind(String fieldType) {
        return fieldType.equals("String")
                ? "text"
                : NUMBERS.contains(fieldType)
                        ? "number"
                        : TRUTHS.contains(fieldType) ? "truth value" : "`" + fieldType + "`";
    }

    private static String value(String value) {
        return value.matches("[\"'].*")
                ? "the text " + value
                : value.matches("-?\\d.*") ? "the number " + value : "the constant `" + value + "`";
    }

    private static String hint(String fieldType, String value) {
        var inside = value.replaceAll("^[\"']|[\"']$", "");
        var constants = constants(fieldType);
        if (constants != null) {
            var name = inside.replaceAll(".*\\.", "").toUpperCase(Locale.ROOT);
            return constants.contains(name)
                    ? "Write `" + fieldType + "." + name + "`."
                    : "Write one of "
                            + String.join(
                                    ", ",
                                    constants.stream().map(it -> fieldType + "." + it).toList())
                            + ".";
        }
        if (TRUTHS.contains(fieldType)) {
            return "Write `== true` or `== false`, or the field alone.";
        }
        if (fieldType.equals("String")) {
            return value.contains(".")
                    ? "Compare texts with texts, such as \"points\"."
                    : "Compare texts with texts, in quotes: \"" + inside + "\".";
        }
        return inside.matches("-?\\d+")
                ? "Write the number without quotes: " + inside + "."
                : "Compare numbers with numbers.";
    }
}
