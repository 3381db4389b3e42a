package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/** Explains why the code cannot be read at one place, from what stands around it. */
final class ParseError {
    private static final List<String> STATEMENTS =
            List.of("import", "declare", "function", "rule", "query", "end", "when", "then");
    private static final List<String> ATTRIBUTES =
            List.of("agenda-group", "salience", "no-loop", "enabled", "dialect");
    private static final Pattern DANGLING =
            Pattern.compile("\\b(and|or|not|exists)\\s+(?:then|end)?$");
    private static final Pattern SENTENCES = Pattern.compile("\\A\\s*(?:When|Law) .*\\R");
    private static final int LONGEST_WORD = 80;
    private static final Pattern WORD_BEFORE = Pattern.compile("(\\$?[\\w]+)\\s*$");

    private final SourceText source;
    private final int offset;
    private final Sections.@Nullable Section rule;
    private final Sections sections;

    ParseError(SourceText source, int offset) {
        this.source = source;
        this.offset = Math.min(offset, source.masked().length());
        this.sections = new Sections(source);
        this.rule = sections.at(this.offset);
    }

    /** A known mistake at the place or near it; null where there is none. */
    @Nullable Diagnostic explained() {
        var habits = new Habits(source);
        int line = source.startOfLine(offset);
        int next = source.endOfLine(offset);
        if (rule == null && SENTENCES.matcher(source.masked()).find()) {
            return Diagnostic.error(
                    "parse-error",
                    source.at(offset),
                    "These are sentences, not DRL.",
                    "Name the file *.dslr, or propose them as the member sentences.");
        }
        if (rule == null) {
            return orPhrase(habits.aroundRules(line, next));
        }
        int when = sections.secondWhen(rule);
        if (when >= 0) {
            return Diagnostic.error(
                    "parse-error",
                    source.at(when),
                    "The rule has a second `when`.",
                    "A rule has one `when` and one `then`: write `end` and begin another rule"
                            + " before it.");
        }
        if (rule.hasConditions(offset)) {
            var bracket =
                    Brackets.check(
                            source,
                            rule.when(),
                            rule.then() < 0 ? rule.end() : rule.then() - "then".length());
            var habit = habits.inConditions(Math.max(line, rule.when()), next);
            return bracket != null ? bracket : habit != null ? habit : joined();
        }
        if (rule.when() < 0 || offset < rule.when()) {
            if (word().equals("legality")) {
                return Diagnostic.error(
                        "parse-error",
                        source.at(offset),
                        "The name of a group is a text.",
                        "Write agenda-group \"legality\".");
            }
            var habit = habits.aroundRules(rule.start(), next);
            return habit != null ? habit : attribute();
        }
        return endsTwice();
    }

    /** Text that is no code at all. */
    private @Nullable Diagnostic orPhrase(@Nullable Diagnostic habit) {
        if (habit != null || !sections.all().isEmpty() || nearStatement(word()) != null) {
            return habit;
        }
        boolean declares = source.matcher(Pattern.compile("\\b(declare|function|query)\\b")).find();
        return declares
                ? null
                : Diagnostic.error(
                        "parse-error",
                        source.at(offset),
                        "There is no rule in this code.",
                        "A rule reads: rule \"name\" when conditions then actions end. What only"
                                + " people read is the prose of the proposal.");
    }

    private @Nullable Diagnostic joined() {
        var word = word();
        if (!word.matches("and|or") || openBracket() < 0) {
            return null;
        }
        return Diagnostic.error(
                "parse-error",
                source.at(offset),
                "Inside of brackets conditions are not joined by `" + word + "`.",
                word.equals("and")
                        ? "Write `&&`; `and` stands between two facts."
                        : "Write `||`; `or` stands between two facts.");
    }

    private @Nullable Diagnostic attribute() {
        var near = Nearest.to(word(), ATTRIBUTES);
        return near == null || near.equals(word())
                ? null
                : Diagnostic.error(
                        "parse-error",
                        source.at(offset),
                        "There is no attribute `" + word() + "`.",
                        "Maybe you meant `" + near + "`.");
    }

    private @Nullable Diagnostic endsTwice() {
        boolean again = word().equals("end") && before().stripTrailing().endsWith("end");
        return again
                ? Diagnostic.error(
                        "parse-error",
                        source.at(offset),
                        "There is an `end` too many.",
                        "A rule has one `end`; remove the other.")
                : null;
    }

    /** What to do about an unexpected word or sign. */
    String hint(String token) {
        var before = before();
        var dangling = DANGLING.matcher(before);
        if (dangling.find()) {
            return "A condition is missing after `" + dangling.group(1) + "`.";
        }
        var near = nearStatement(token);
        return switch (token) {
            case "=" -> "Compare with `==`.";
            case "then" -> "Maybe a condition is incomplete.";
            case "end" -> "Maybe `then` is missing before the actions.";
            case "", "<eof>" -> "Maybe `end` or a bracket is missing.";
            default -> {
                if (near != null) {
                    yield "Maybe you meant `" + near + "`.";
                }
                if (before.stripTrailing().endsWith("\"") || before.isBlank()) {
                    yield "Maybe `when` is missing before the conditions.";
                }
                var previous =
                        WORD_BEFORE.matcher(
                                before.substring(Math.max(0, before.length() - LONGEST_WORD)));
                yield openBracket() >= 0 && previous.find() && token.matches("\\$?\\w+")
                        ? "Write a comma between `" + previous.group(1) + "` and `" + token + "`."
                        : "Maybe a comma, an operator or a bracket is missing before it.";
            }
        };
    }

    private static @Nullable String nearStatement(String word) {
        var near = Nearest.to(word, STATEMENTS);
        return near == null
                        || word.isEmpty()
                        || near.equals(word)
                        || near.charAt(0) != Character.toLowerCase(word.charAt(0))
                ? null
                : near;
    }

    private String before() {
        return source.masked().substring(0, offset);
    }

    private String word() {
        int end = offset;
        var text = source.masked();
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return text.substring(offset, end);
    }

    private int openBracket() {
        int depth = 0;
        for (int i = offset - 1; i >= (rule == null ? 0 : rule.start()); i--) {
            char c = source.masked().charAt(i);
            if (c == ')') {
                depth++;
            } else if (c == '(' && --depth < 0) {
                return i;
            }
        }
        return -1;
    }
}
