package nomic.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells expressions of the code in the words of one DRL rule. */
final class Values {
    private static final Pattern CONSTANT = Pattern.compile("[A-Z]\\w*\\.([A-Z][A-Z0-9_]*)");
    private static final Pattern ROLL = Pattern.compile("law\\.roll\\(([^()]*)\\)");
    private static final Pattern NOW = Pattern.compile("law\\.now\\(\\)");
    private static final Pattern ARGUMENT =
            Pattern.compile("(\\$\\w+)\\.(?:number|text|player|flag|choice)\\(\"([^\"]*)\"\\)");
    private static final Pattern FIELD =
            Pattern.compile("(\\$\\w+)\\.([a-z]\\w*)(?:\\(\\))?(?![\\w(.])");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");

    private static final Map<String, String> OPERATORS =
            Map.of(
                    " == ", " is ",
                    " != ", " is not ",
                    " >= ", " is at least ",
                    " <= ", " is at most ",
                    " && ", " and ",
                    " || ", " or ");

    private final Map<String, String> variables;

    /**
     * @param variables what each variable is called
     */
    Values(Map<String, String> variables) {
        this.variables = variables;
    }

    static boolean isText(String expression) {
        return expression.length() >= 2
                && expression.startsWith("\"")
                && end(expression, 0) == expression.length();
    }

    /** What stands between the quotes. */
    static String inside(String text) {
        return text.substring(1, text.length() - 1).replaceAll("\\\\[nrt]", " ").replace("\\", "");
    }

    String of(String expression) {
        String plain = bare(expression.strip());
        if (isText(plain)) {
            return Plain.quoted(inside(plain));
        }
        Matcher constant = CONSTANT.matcher(plain);
        if (constant.matches()) {
            return Words.spaced(constant.group(1));
        }
        List<String> sum = parts(plain, '+');
        return sum.stream().anyMatch(Values::isText) ? template(sum) : replaced(plain);
    }

    /** Without brackets around all of it. */
    private static String bare(String expression) {
        boolean around =
                expression.startsWith("(")
                        && expression.endsWith(")")
                        && expression.indexOf(')') == expression.length() - 1;
        return around ? expression.substring(1, expression.length() - 1).strip() : expression;
    }

    /** A text made of parts, the parts that are none in brackets. */
    private String template(List<String> parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(isText(part) ? inside(part) : "[" + replaced(part) + "]");
        }
        return Plain.quoted(text.toString());
    }

    private String replaced(String expression) {
        String told = ROLL.matcher(expression).replaceAll("the throw of a die with $1 sides");
        told = NOW.matcher(told).replaceAll("the present time");
        told =
                ARGUMENT.matcher(told)
                        .replaceAll(m -> quote("the “" + m.group(2) + "” of " + name(m.group(1))));
        told = FIELD.matcher(told).replaceAll(m -> quote(field(m.group(1), m.group(2))));
        told = VARIABLE.matcher(told).replaceAll(m -> quote(name(m.group())));
        told = CONSTANT.matcher(told).replaceAll(m -> Words.spaced(m.group(1)));
        for (var operator : OPERATORS.entrySet()) {
            told = told.replace(operator.getKey(), operator.getValue());
        }
        return Plain.line(told.replace("\"", "'"));
    }

    private static String quote(String text) {
        return Matcher.quoteReplacement(text);
    }

    private String field(String variable, String field) {
        String name = name(variable);
        boolean identity = field.equals("name") || field.equals("number");
        boolean whole = name.matches("(the )?(player|proposal|rule|case)( [A-Z])?");
        return identity && whole ? name : "the " + Words.spaced(field) + " of " + name;
    }

    private String name(String variable) {
        return variables.getOrDefault(variable, "something");
    }

    /** What stands between a sign outside of brackets and quotes. */
    static List<String> parts(String expression, char sign) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '"') {
                i = end(expression, i) - 1;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (c == sign && depth == 0) {
                parts.add(expression.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(expression.substring(from).strip());
        return parts;
    }

    /** Where the text that begins at an offset ends. */
    private static int end(String expression, int from) {
        for (int i = from + 1; i < expression.length(); i++) {
            if (expression.charAt(i) == '\\') {
                i++;
            } else if (expression.charAt(i) == '"') {
                return i + 1;
            }
        }
        return expression.length() + 1;
    }
}
