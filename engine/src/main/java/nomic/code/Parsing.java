package nomic.code;

import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The author's text as a tree, or what is wrong with its form. */
record Parsing(@Nullable PackageDescr tree, List<Diagnostic> diagnostics) {
    private static final Pattern UNEXPECTED =
            Pattern.compile(
                    "(?:mismatched input|(?:no viable alternative|unexpected exception|loop did not"
                            + " match anything) at input) '([^']*)'");
    private static final Pattern INTERNAL =
            Pattern.compile("\\b(org\\.|null\\b|predicate)|Exception|Unexpected error");
    private static final Pattern LINE = Pattern.compile("^\\D*Line (\\d+):(\\d+)");
    private static final Pattern IN_RULE = Pattern.compile("in rule \"?([^\"]*)\"?$");
    private static final List<String> STATEMENTS =
            List.of("import", "declare", "function", "rule", "query", "end", "when", "then");
    private static final Pattern RULE_START =
            Pattern.compile("(?m)^[ \\t]*(?:rule|query)\\s+[\"'\\w]");
    private static final Pattern DANGLING = Pattern.compile("\\b(and|or|not|exists)\\s+then\\b");
    private static final Pattern END = Pattern.compile("\\bend\\b");

    static Parsing of(SourceText source) {
        var missing = missingEnd(source);
        if (!missing.isEmpty()) {
            return new Parsing(null, missing);
        }
        var parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            var tree = parser.parse(false, source.code());
            var found = new ArrayList<Diagnostic>();
            for (var error : parser.getErrors()) {
                if (found.isEmpty()) {
                    found.add(describe(error, source));
                }
            }
            if (tree == null && found.isEmpty()) {
                found.add(unreadable(Position.WHOLE, "The code is empty."));
            }
            return new Parsing(tree, found);
        } catch (DroolsParserException | RuntimeException | StackOverflowError _) {
            return new Parsing(
                    null, List.of(unreadable(new Position(1, 1), "The code is not readable.")));
        }
    }

    private static Diagnostic unreadable(Position at, String message) {
        return Diagnostic.error(
                "parse-error",
                at,
                message,
                "A rule reads: rule \"name\" when conditions then actions end");
    }

    /** Without its end a rule swallows the next one, and the parser complains far below. */
    private static List<Diagnostic> missingEnd(SourceText source) {
        var starts = source.matcher(RULE_START);
        var offsets = new ArrayList<Integer>();
        while (starts.find()) {
            offsets.add(starts.end() - starts.group().stripLeading().length());
        }
        for (int i = 0; i < offsets.size(); i++) {
            int until = i + 1 < offsets.size() ? offsets.get(i + 1) : source.masked().length();
            if (!END.matcher(source.masked()).region(offsets.get(i), until).find()) {
                return List.of(
                        Diagnostic.error(
                                "missing-end",
                                source.at(offsets.get(i)),
                                "The rule that begins here has no `end`.",
                                "Write `end` after its last action."));
            }
        }
        return List.of();
    }

    private static Diagnostic describe(DroolsError error, SourceText source) {
        var message = String.valueOf(error.getMessage()).replaceFirst("^\\[ERR \\d+] ", "");
        var at = place(error, message);
        var unexpected = UNEXPECTED.matcher(message);
        if (!unexpected.find()) {
            return INTERNAL.matcher(message).find()
                    ? unreadable(at, "The code is not readable here.")
                    : Diagnostic.error("parse-error", at, message, "");
        }
        var token = unexpected.group(1);
        var rule = IN_RULE.matcher(message);
        var where = rule.find() ? " in rule \"" + rule.group(1) + "\"" : "";
        var what =
                token.isBlank() || token.equals("<eof>")
                        ? "The code ends"
                        : "Unexpected `" + token + "`";
        return Diagnostic.error("parse-error", at, what + where + ".", hint(token, at, source));
    }

    private static Position place(DroolsError error, String message) {
        var line = LINE.matcher(message);
        if (line.find()) {
            return new Position(
                    Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2)) + 1);
        }
        return error instanceof ParserError at
                ? new Position(Math.max(1, at.getRow()), Math.max(0, at.getCol()) + 1)
                : Position.WHOLE;
    }

    private static String hint(String token, Position at, SourceText source) {
        var before = source.masked().substring(0, source.offset(at.line(), at.column()));
        var open = openBracket(before);
        var dangling = DANGLING.matcher(before);
        if (dangling.find()) {
            return "A condition is missing after `" + dangling.group(1) + "`.";
        }
        return switch (token) {
            case "=" -> "Compare with `==`.";
            case "then", "end" -> {
                if (open.line() > 0) {
                    yield "Close the bracket that is open in line " + open.line() + ".";
                }
                yield token.equals("end")
                        ? "Maybe `then` is missing before the actions."
                        : "Maybe a condition is incomplete.";
            }
            case "", "<eof>" -> "Maybe `end` or a bracket is missing.";
            default -> {
                boolean header = before.stripTrailing().endsWith("\"") || before.isBlank();
                var nearest = Nearest.to(token, STATEMENTS);
                yield nearest != null && !nearest.equals(token)
                        ? "Maybe you meant `" + nearest + "`."
                        : header
                                ? "Maybe `when` is missing before the conditions."
                                : "Maybe a comma, an operator or a bracket is missing before it.";
            }
        };
    }

    private static Position openBracket(String text) {
        int depth = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == ')') {
                depth++;
            } else if (c == '(' && --depth < 0) {
                int line = (int) text.substring(0, i).chars().filter(it -> it == '\n').count() + 1;
                return new Position(line, 0);
            }
        }
        return Position.WHOLE;
    }
}
