package nomic.code;

import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Translates what Drools and the compiler say into remarks on the author's text. They name lines of
 * generated classes or none, so places are found by looking for the same code in the text.
 */
final class BuildMessages {
    private static final Pattern SOURCE =
            Pattern.compile("^Java source of (\\S+) in error:\\R", Pattern.DOTALL);
    private static final Pattern IN_BLOCK =
            Pattern.compile(
                    "\\(line (\\d+),\\s*col (\\d+)\\) Parse error\\. Found\\s+\"?([^\",\\s]+)");
    private static final Pattern NOT_ANALYSED =
            Pattern.compile("Unable to Analyse Expression (.*?):?\\s*$", Pattern.DOTALL);
    private static final Pattern UNKNOWN_FIELD =
            Pattern.compile("Unknown field (\\w+) on class ([\\w.$]+)");
    private static final Pattern UNKNOWN_METHOD =
            Pattern.compile("Method (\\w+) on class ([\\w.$]+) with arguments .* is missing");
    private static final Pattern UNRESOLVED = Pattern.compile("(\\$\\w+) cannot be resolved");
    private static final Pattern INTERNAL =
            Pattern.compile("PatternDSL|\\borg\\.|Lambda(Extractor|Predicate)|alphaIndexedBy");
    private static final Pattern END_TWICE = Pattern.compile("\\bend\\s+(end)\\b");
    private static final Pattern CONDITION =
            Pattern.compile("new org\\.drools\\S+PredicateInformation\\(\"(.*)\"\\)");
    private static final Pattern WORD = Pattern.compile("\\$?\\w+");

    private final SourceText source;
    private final PackageDescr tree;
    private final JavaErrors errors;
    private final Scopes scopes;
    private final Map<String, String[]> generated = new TreeMap<>();

    BuildMessages(SourceText source, PackageDescr tree) {
        this.source = source;
        this.tree = tree;
        this.errors = new JavaErrors(tree, source);
        this.scopes = new Scopes(tree, source);
    }

    List<Diagnostic> translate(List<Message> messages) {
        for (var message : messages) {
            var file = SOURCE.matcher(message.getText());
            if (file.find()) {
                generated.put(
                        file.group(1), message.getText().substring(file.end()).split("\\R", -1));
            }
        }
        var said =
                messages.stream()
                        .filter(message -> !SOURCE.matcher(message.getText()).find())
                        .toList();
        return said.stream()
                .filter(message -> !isRepeated(message, said))
                .map(this::translate)
                .toList();
    }

    /** Conditions stand in the class of the model too, where their place is not known. */
    private static boolean isRepeated(Message message, List<Message> said) {
        return isOfModel(message)
                && said.stream()
                        .anyMatch(it -> !isOfModel(it) && it.getText().equals(message.getText()));
    }

    private static boolean isOfModel(Message message) {
        return String.valueOf(message.getPath()).contains("/Rules");
    }

    private Diagnostic translate(Message message) {
        var text = message.getText();
        var inFile = ruleAt(message.getLine() - 1);
        var byLine = ruleOf(message);
        var rule = byLine == null ? inFile : byLine;
        var block = IN_BLOCK.matcher(text);
        if (text.startsWith("Unable to parse consequence")) {
            var bracket = brackets();
            if (bracket != null) {
                return bracket;
            }
            if (block.find() && inFile != null) {
                return inConsequence(inFile, block.group(1), block.group(2), block.group(3));
            }
        }
        var analysed = NOT_ANALYSED.matcher(text);
        if (analysed.find()) {
            var at = find(analysed.group(1), 0);
            return Diagnostic.error(
                    "compile-error",
                    at,
                    "The condition is not understood: " + analysed.group(1).strip(),
                    "Compare fields with values or with variables that are bound above.");
        }
        var unknown = UNKNOWN_FIELD.matcher(text);
        if (unknown.find()) {
            return unknown("unknown-field", "field", unknown.group(1), unknown.group(2));
        }
        unknown = UNKNOWN_METHOD.matcher(text);
        if (unknown.find()) {
            return unknown("unknown-method", "method", unknown.group(1), unknown.group(2));
        }
        return inJava(message, rule);
    }

    private Diagnostic inConsequence(RuleDescr rule, String line, String column, String token) {
        var consequence = String.valueOf(rule.getConsequence());
        int start = source.code().indexOf(consequence, Math.max(0, rule.getStartCharacter()));
        var first = source.at(Math.max(0, start));
        int down = Integer.parseInt(line) - 2;
        int right = Integer.parseInt(column);
        var at =
                source.inside(
                        down <= 0
                                ? new Position(first.line(), first.column() + right - 1)
                                : new Position(first.line() + down, right));
        if (token.equals("end")) {
            return endTooMany(rule, at);
        }
        int offset = source.offset(at);
        var habit =
                new Habits(source).inActions(lineBefore(offset, start), source.endOfLine(offset));
        if (habit != null) {
            return habit;
        }
        boolean open = token.contains("}") || token.contains("EOF");
        return Diagnostic.error(
                "parse-error",
                at,
                "The actions of rule \"" + rule.getName() + "\" are not readable here.",
                open
                        ? "Maybe `;` or a bracket is missing."
                        : token.matches("[\\w$;()\\[\\].,]+")
                                ? "Maybe something is missing before `" + token + "`."
                                : "Maybe `;`, an operator or a bracket is missing.");
    }

    private Diagnostic endTooMany(RuleDescr rule, Position at) {
        var twice = source.matcher(END_TWICE);
        return Diagnostic.error(
                "parse-error",
                twice.find(Math.max(0, rule.getStartCharacter())) ? source.at(twice.start(1)) : at,
                "There is an `end` too many.",
                "A rule has one `end`; blocks of actions stand in braces.");
    }

    /** The begin of the line before, which may be the one with the mistake. */
    private int lineBefore(int offset, int consequence) {
        return Math.max(
                Math.max(0, consequence),
                source.startOfLine(Math.max(0, source.startOfLine(offset) - 1)));
    }

    /** The first bracket of some rule's actions that is not in order; null where all are. */
    private @Nullable Diagnostic brackets() {
        for (var rule : tree.getRules()) {
            var actions = String.valueOf(rule.getConsequence());
            int start = source.code().indexOf(actions, Math.max(0, rule.getStartCharacter()));
            var found = start < 0 ? null : Brackets.check(source, start, start + actions.length());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Diagnostic unknown(String code, String kind, String name, String className) {
        var simple = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
        return Diagnostic.error(
                code,
                source.find(name),
                "`" + simple + "` has no " + kind + " `" + name + "`.",
                Nearest.maybe(name, methods(className)));
    }

    private static TreeSet<String> methods(String className) {
        var names = new TreeSet<String>();
        var entry = Vocabulary.ALLOWED.entry(className.replace('.', '/'));
        var law = KnownFacts.types().get(className.substring(className.lastIndexOf('.') + 1));
        if (entry != null) {
            Arrays.stream(entry.type().getMethods()).forEach(it -> names.add(it.getName()));
        } else if (law != null) {
            Arrays.stream(law.getMethods()).forEach(it -> names.add(it.getName()));
        }
        return names;
    }

    private Diagnostic inJava(Message message, @Nullable RuleDescr rule) {
        var text =
                message.getText()
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceAll("nomic\\.(rule\\.r\\d+|law)\\.", "")
                        .replaceAll(" (for the|in) type (Lambda|Rules)\\w+", "");
        var at = place(message, rule, text);
        if (text.contains("Rule.Attribute") || text.contains("DynamicValueSupplier")) {
            return Diagnostic.error(
                    "type-mismatch",
                    source.find("salience"),
                    "The salience is not a whole number.",
                    "Write a number, or a variable that is bound to an int.");
        }
        if (text.startsWith("Syntax error")
                && String.valueOf(message.getPath()).contains("LambdaPredicate")) {
            return Diagnostic.error(
                    "compile-error",
                    at,
                    "The condition that begins here is not understood.",
                    "Compare texts with texts and numbers with numbers; what needs more than that"
                            + " goes into a function or into `eval( ... )`.");
        }
        if (INTERNAL.matcher(text).find()) {
            return Diagnostic.error(
                    "compile-error",
                    at,
                    "The conditions that begin here are not understood.",
                    "Compare texts with texts, numbers with numbers and constants with constants.");
        }
        var words = errors.words(text, lineOf(message), rule);
        return Diagnostic.error(words.code(), at, words.message(), words.hint());
    }

    /** The line of generated code that a message names; empty where there is none. */
    private String lineOf(Message message) {
        var lines = generated.getOrDefault(String.valueOf(message.getPath()), new String[0]);
        int index = message.getLine() - 1;
        return index >= 0 && index < lines.length ? lines[index].strip() : "";
    }

    /** The rule whose actions a line of generated code is from: best one that lacks the name. */
    private @Nullable RuleDescr ruleOf(Message message) {
        var line = lineOf(message).replaceAll("\\s+|\\bdrools\\.", "");
        if (line.length() < 2) {
            return null;
        }
        var name = UNRESOLVED.matcher(message.getText());
        RuleDescr found = null;
        for (var rule : tree.getRules()) {
            if (String.valueOf(rule.getConsequence()).replaceAll("\\s+", "").contains(line)) {
                boolean lacks = name.find(0) && !scopes.boundIn(rule).contains(name.group(1));
                found = found == null || lacks ? rule : found;
            }
        }
        return found;
    }

    /** The place of a Java error: its line of generated code, looked up in the author's text. */
    private Position place(Message message, @Nullable RuleDescr rule, String text) {
        var lines = generated.getOrDefault(String.valueOf(message.getPath()), new String[0]);
        int from = rule == null ? 0 : Math.max(0, rule.getStartCharacter());
        int index = message.getLine() - 1;
        if (index >= 0 && index < lines.length) {
            var start = find(lines[index].strip().replace("drools.", ""), from);
            if (start.line() > 0) {
                var word = wordIn(text, lines[index]);
                var exact = source.find(word, source.offset(start.line(), start.column()));
                return word.isEmpty() || exact.line() == 0 ? start : exact;
            }
        }
        var condition = condition(lines);
        if (condition.line() > 0) {
            return condition;
        }
        var line = index >= 0 && index < lines.length ? lines[index] : source.masked();
        var byWord = source.find(wordIn(text, line), from);
        return byWord.line() > 0
                ? byWord
                : rule == null
                        ? new Position(1, 1)
                        : new Position(rule.getLine(), rule.getColumn() + 1);
    }

    /** The place of the condition that a generated class says it holds. */
    private Position condition(String[] lines) {
        for (var line : lines) {
            var quoted = CONDITION.matcher(line);
            if (quoted.find()) {
                return find(quoted.group(1).translateEscapes(), 0);
            }
        }
        return Position.WHOLE;
    }

    /** The first word of a message that also stands in a line of code. */
    private static String wordIn(String message, String line) {
        var words = WORD.matcher(message);
        while (words.find()) {
            var word = words.group();
            boolean said =
                    List.of(
                                    "The", "method", "type", "for", "in", "is", "to", "not", "int",
                                    "String", "long", "new", "if")
                            .contains(word);
            if (!said
                    && Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])")
                            .matcher(line)
                            .find()) {
                return word;
            }
        }
        return "";
    }

    /** Looks for code whatever the blanks in it. */
    private Position find(String code, int from) {
        var wanted = code.replaceAll("\\s+", "");
        var text = source.code();
        if (wanted.length() < 2) {
            return Position.WHOLE;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == wanted.charAt(0) && matchesAt(text, i, wanted)) {
                return source.at(i);
            }
        }
        return Position.WHOLE;
    }

    private static boolean matchesAt(String text, int from, String wanted) {
        int matched = 0;
        for (int i = from; i < text.length() && matched < wanted.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                if (c != wanted.charAt(matched)) {
                    return false;
                }
                matched++;
            }
        }
        return matched == wanted.length();
    }

    private @Nullable RuleDescr ruleAt(int line) {
        for (var rule : tree.getRules()) {
            if (line >= rule.getLine() && line <= Math.max(rule.getLine(), rule.getEndLine())) {
                return rule;
            }
        }
        return null;
    }

    /** A failure of the compiler itself; some are caused by a value of a wrong kind. */
    Diagnostic crash(Throwable crash) {
        if (crash instanceof NumberFormatException) {
            var value = String.valueOf(crash.getMessage()).replaceFirst(".*?(\".*\").*", "$1");
            var at = find(value, 0);
            return Diagnostic.error(
                    "type-mismatch",
                    at,
                    "A number is compared with the text " + value + ".",
                    "Compare numbers with numbers and texts with texts.");
        }
        return Diagnostic.error(
                "compiler-crash",
                Position.WHOLE,
                "The compiler fails on this code.",
                "Write it in a simpler way, a part at a time, to find what it fails on.");
    }

    private static String saying(Throwable thrown) {
        var message = thrown.getMessage() == null ? "" : " (" + thrown.getMessage() + ")";
        return thrown.getClass().getSimpleName() + message + ".";
    }

    static Diagnostic loadFailure(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        boolean costly = root instanceof LimitExceeded || root instanceof VirtualMachineError;
        return Diagnostic.error(
                costly ? "too-costly" : "load-failure",
                Position.WHOLE,
                costly
                        ? "The code computes too much while it is loaded."
                        : "The code fails while it is loaded: " + saying(root),
                "Look at salience, `eval` and `from`: what does not depend on facts is computed"
                        + " when a rule is loaded.");
    }
}
