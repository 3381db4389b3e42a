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
    private static final Pattern DECLARATION =
            Pattern.compile("(?m)^[ \\t]*declare\\s+(?:enum\\s+|trait\\s+)?[A-Z]\\w*");
    private static final Pattern STATEMENT =
            Pattern.compile("(?m)^[ \\t]*(?:rule|query|declare|function|import|global)\\b");
    private static final Pattern END = Pattern.compile("\\bend\\b");
    private static final String FORM =
            "A rule reads: rule \"name\" when conditions then actions end";

    static Parsing of(SourceText source) {
        var missing = missingWords(source);
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
        return Diagnostic.error("parse-error", at, message, FORM);
    }

    /** Without its end a rule swallows the next one, and the parser complains far below. */
    private static List<Diagnostic> missingWords(SourceText source) {
        var declarations = source.matcher(DECLARATION);
        while (declarations.find()) {
            var next = source.matcher(STATEMENT);
            int until = next.find(declarations.end()) ? next.start() : source.masked().length();
            if (isBraced(source, declarations.start() + 1)) {
                continue;
            }
            if (!END.matcher(source.masked()).region(declarations.end(), until).find()) {
                int start = declarations.end() - declarations.group().stripLeading().length();
                return List.of(
                        missing(
                                "end",
                                source.at(start),
                                "The declaration that begins here has no `end`.",
                                "Write `end` after its last field."));
            }
        }
        for (var rule : new Sections(source).all()) {
            if (!END.matcher(source.masked()).region(rule.start(), rule.end()).find()) {
                boolean braced = isBraced(source, rule.start());
                return List.of(
                        missing(
                                "end",
                                source.at(rule.start()),
                                "The rule that begins here has no `end`.",
                                braced
                                        ? "Leave out the braces, and write `end` after the last"
                                                + " action. "
                                                + FORM
                                        : "Write `end` after its last action."));
            }
            boolean query = source.masked().startsWith("query", rule.start());
            if (rule.then() < 0 && rule.when() >= 0 && !query) {
                var law = source.find("law", rule.when());
                return List.of(
                        missing(
                                "then",
                                law.line() > 0 && source.offset(law) < rule.end()
                                        ? law
                                        : source.at(rule.start()),
                                "The rule has no `then`.",
                                "Write `then` between the conditions and the actions."));
            }
        }
        return List.of();
    }

    private static boolean isBraced(SourceText source, int offset) {
        return source.masked().substring(offset, source.endOfLine(offset)).contains("{");
    }

    private static Diagnostic missing(String word, Position at, String message, String hint) {
        return Diagnostic.error("missing-" + word, at, message, hint);
    }

    private static Diagnostic describe(DroolsError error, SourceText source) {
        var message = String.valueOf(error.getMessage()).replaceFirst("^\\[ERR \\d+] ", "");
        var at = place(error, message);
        var explained = new ParseError(source, source.offset(at)).explained();
        if (explained != null) {
            return explained;
        }
        var unexpected = UNEXPECTED.matcher(message);
        if (!unexpected.find()) {
            return INTERNAL.matcher(message).find()
                    ? unreadable(at, "The code is not readable here.")
                    : Diagnostic.error("parse-error", at, message, FORM);
        }
        var token = unexpected.group(1);
        var rule = IN_RULE.matcher(message);
        var where = rule.find() ? " in rule \"" + rule.group(1) + "\"" : "";
        var what =
                token.isBlank() || token.equals("<eof>")
                        ? "The code ends"
                        : "Unexpected `" + token + "`";
        return Diagnostic.error(
                "parse-error",
                at,
                what + where + ".",
                new ParseError(source, source.offset(at)).hint(token));
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
}
