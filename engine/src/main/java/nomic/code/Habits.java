package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Words and signs that authors bring from other languages, looked for where the code could not be
 * read. They are no mistakes by themselves: only what cannot be read is explained by them.
 */
final class Habits {
    /** A way of writing and what to write instead. */
    record Habit(Pattern pattern, String message, String hint) {
        Habit(String regex, String message, String hint) {
            this(Pattern.compile(regex, Pattern.MULTILINE), message, hint);
        }
    }

    private static final String FORM =
            "A rule reads: rule \"name\" when conditions then actions end";

    private static final String WORD =
            "(?!(?:when|then|salience|no-loop|agenda-group|dialect)\\b)\\w+";

    private static final List<Habit> TOP =
            List.of(
                    new Habit(
                            "^[ \\t]*(RULE|Rule)\\b",
                            "The words of the language have small letters.",
                            "Write `rule`, `when`, `then` and `end`."),
                    new Habit(
                            "^[ \\t]*(#|--)",
                            "A comment does not begin like this.",
                            "Write `// ...`, or `/* ... */` for several lines."),
                    new Habit(
                            "^[ \\t]*(?:public |final )*(?:class|record|struct|interface)\\s+\\w+",
                            "Classes cannot be written here.",
                            "Declare a type of fact: declare Bet player : String stake : long"
                                    + " end"),
                    new Habit(
                            "^[ \\t]*(?:public |static"
                                + " )*(?:def|func|fn|void|int|long|boolean|String)\\s+\\w+\\s*\\(",
                            "A function does not begin like this.",
                            "Write `function int half(int n) { return n / 2; }`."),
                    new Habit(
                            "\\bfunction\\s+\\w+\\s*\\(|\\bfunction\\s+\\w+\\s+\\w+\\s*\\(\\s*\\w+\\s*[,)]",
                            "The function lacks a type.",
                            "Write the type before the function and before each parameter, as in"
                                    + " `function int half(int n) { ... }`."),
                    new Habit(
                            "\\bdeclare\\s+\\w+\\s*\\{",
                            "A declaration has no braces.",
                            "Write: declare Bet player : String stake : long end"),
                    new Habit(
                            "^[ \\t]*(?:String|int|long|boolean|Instant|BigDecimal|List)\\s+\\w+"
                                    + "\\s*;?[ \\t]*$",
                            "In a declaration the name of a field comes first.",
                            "Write `player : String`."),
                    new Habit(
                            "^[ \\t]*(?:rule|query)[ \\t]+" + WORD + "(?:[ \\t]+" + WORD + ")+",
                            "A name of several words needs quotes.",
                            "Write it as in rule \"a point for all\"."),
                    new Habit("^[ \\t]*(?:rule|query)\\b.*\\{", "A rule has no braces.", FORM));

    private static final List<Habit> CONDITIONS =
            List.of(
                    new Habit("=>", "There is no sign `=>`.", "Write `>=`."),
                    new Habit("=<", "There is no sign `=<`.", "Write `<=`."),
                    new Habit("<>", "There is no sign `<>`.", "Write `!=`."),
                    new Habit("===", "There is no sign `===`.", "Write `==`."),
                    new Habit(
                            "^[ \\t]*(?:agenda-group|salience|no-loop|dialect|enabled)\\b",
                            "An attribute stands among the conditions.",
                            "Write it above `when`, below the name of the rule."),
                    new Habit(
                            "!\\s*[A-Z]\\w*\\s*\\(",
                            "A fact that must not be there is not marked by `!`.",
                            "Write `not` and a blank before it: `not Holding( ... )`."),
                    new Habit(
                            "\\b(?:var|let|final|[A-Z]\\w*)\\s+\\w+\\s*=\\s*(?:new\\s+)?[A-Z]\\w*\\s*\\(",
                            "A fact is not bound like a variable of Java.",
                            "Write `$t : Turn( ... )`."),
                    new Habit(
                            "(?<=[\\w\\s])=(?![=>])(?<![=!<>]=)",
                            "`=` does not compare.",
                            "Compare with `==`."),
                    new Habit(
                            "\\b(?:between|is|equals|has|greater|less|like|isnt)\\b",
                            "This word does not compare.",
                            "Compare by ==, !=, <, <=, > or >=, and join two conditions by a comma:"
                                    + " `amount >= 1, amount <= 9`."),
                    new Habit(
                            "\\b[A-Z]\\w*\\s*\\[",
                            "The conditions of a fact stand in round brackets.",
                            "Write them as in `Turn( $p : player )`."),
                    new Habit(
                            "\\b[A-Z]\\w*[ \\t]+\\$\\w+",
                            "The conditions of a fact stand in round brackets.",
                            "Write them as in `Turn( $p : player )`."),
                    new Habit(
                            "\\$\\w+[ \\t]+[a-z]\\w*",
                            "Between a variable and the field that it names stands a colon.",
                            "Write `$name : field`."));

    private static final List<Habit> ACTIONS =
            List.of(
                    new Habit(
                            "\\bfor\\s*\\(?\\s*(?:var |let |const )?\\w+\\s+(?:in|of)\\b",
                            "A loop over players or facts does not look like this.",
                            "Match each one in the conditions, as in `Player( active, $p : name )`:"
                                    + " the actions are done for each."),
                    new Habit(
                            "\\b(?:and|or|not)\\b",
                            "In actions conditions are joined by signs.",
                            "Write `&&` for and, `||` for or, `!` for not."),
                    new Habit(
                            "\\b[fbr]\"|\\$\"|\\$'",
                            "A text has no places that fill themselves in.",
                            "Join texts by `+`, or write law.announce(\"It is {}'s turn.\", $p)."),
                    new Habit("=>", "A lambda does not have the sign `=>`.", "Write `->`."),
                    new Habit("<>(?!\\s*\\()", "There is no sign `<>`.", "Write `!=`."),
                    new Habit("===", "There is no sign `===`.", "Write `==`."),
                    new Habit(
                            "\\b(?:otherwise|elif|elsif|elseif|unless|endif)\\b",
                            "This is no word of Java.",
                            "Write `else`, or `else if ( ... )`."),
                    new Habit(
                            "\\bif\\s+[^(\\s]|\\bif\\b[^\\n:]*:[ \\t]*$",
                            "The condition of `if` stands in round brackets.",
                            "Write if ( ... ) { ... }."),
                    new Habit(
                            "\\bend\\b",
                            "There is an `end` too many.",
                            "A rule has one `end`; blocks of actions stand in braces."),
                    new Habit(
                            "^[ \\t]*(?:agenda-group|salience|no-loop|dialect|enabled)\\b",
                            "An attribute stands among the actions.",
                            "Write it above `when`, below the name of the rule."));

    private final SourceText source;

    Habits(SourceText source) {
        this.source = source;
    }

    /** What explains that text outside of rules is not read. */
    @Nullable Diagnostic aroundRules(int from, int to) {
        return find(TOP, from, to);
    }

    /** What explains that conditions are not read. */
    @Nullable Diagnostic inConditions(int from, int to) {
        return find(CONDITIONS, from, to);
    }

    /** What explains that actions are not read. */
    @Nullable Diagnostic inActions(int from, int to) {
        return find(ACTIONS, from, to);
    }

    private @Nullable Diagnostic find(List<Habit> habits, int from, int to) {
        int end = Math.min(source.masked().length(), to);
        int start = Math.max(0, Math.min(from, end));
        for (var habit : habits) {
            var found = source.matcher(habit.pattern());
            found.region(start, end).useTransparentBounds(true);
            if (found.find()) {
                int first = found.start();
                while (first < found.end() - 1
                        && Character.isWhitespace(source.masked().charAt(first))) {
                    first++;
                }
                return Diagnostic.error(
                        "parse-error", source.at(first), habit.message(), habit.hint());
            }
        }
        return null;
    }
}
