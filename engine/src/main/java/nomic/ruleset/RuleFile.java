package nomic.ruleset;

import nomic.code.Diagnostic;
import nomic.game.Attachments;
import nomic.game.Command;
import nomic.law.Kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A rule as a file: a block comment with a header of {@code key: value} lines, an empty line and
 * the prose, then the code, or sentences in a file {@code *.dslr}. It reads as a founding rule
 * ({@code number}, {@code title}, {@code class}) or as a proposal ({@code kind}, {@code target},
 * {@code title}).
 *
 * @param name the name of the file, for messages
 * @param header the values by key
 * @param lines the line of each key
 * @param body all after the comment and one line break: code or sentences
 * @param bodyLine the line of the file on which the body begins
 * @param dsl the sentences that the rule brings: the file {@code *.dsl} beside it; may be empty
 * @param tests what shows that the rule works: the file {@code *.tests.yaml} beside it; may be
 *     empty
 */
public record RuleFile(
        String name,
        SortedMap<String, String> header,
        SortedMap<String, Integer> lines,
        String prose,
        String body,
        int bodyLine,
        String dsl,
        String tests) {
    private static final Set<String> KEYS = Set.of("number", "title", "class", "kind", "target");
    private static final String SENTENCES = ".dslr";
    private static final String BEGIN = "/*";
    private static final String END = "*/";

    public RuleFile {
        header = Collections.unmodifiableSortedMap(new TreeMap<>(header));
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /** Reads a file that stands alone; throws as the other. */
    public static RuleFile read(String name, String text) {
        return read(name, text, "", "");
    }

    /**
     * Reads a file; throws {@link MalformedFile} where it has no header.
     *
     * @param dsl the text of the file {@code *.dsl} beside it; empty where there is none
     * @param tests the text of the file {@code *.tests.yaml} beside it; empty where there is none
     */
    public static RuleFile read(String name, String text, String dsl, String tests) {
        String unix = text.replace("\r\n", "\n");
        if (!unix.startsWith(BEGIN)) {
            throw new MalformedFile(
                    name, 1, "There is no header", "Begin the file with /*, and a line title: ...");
        }
        int end = unix.indexOf(END);
        if (end < 0) {
            throw new MalformedFile(name, 1, "The header has no end", "Close it with */.");
        }
        String rest = unix.substring(end + END.length());
        String body = rest.startsWith("\n") ? rest.substring(1) : rest;
        int bodyLine = 1 + newlines(unix.substring(0, unix.length() - body.length()));
        return new HeaderReader(name, unix.substring(BEGIN.length(), end))
                .read(body, bodyLine, dsl, tests);
    }

    /** Whether a text begins with a header. */
    public static boolean hasHeader(String text) {
        return text.startsWith(BEGIN) && text.contains(END) && text.contains("title:");
    }

    /** The name of the file beside one that holds the sentences that it brings. */
    public static String dslBeside(String name) {
        return stem(name) + ".dsl";
    }

    /** The name of the file beside one that holds its tests. */
    public static String testsBeside(String name) {
        return stem(name) + ".tests.yaml";
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Whether a file of a name is written in sentences. */
    public static boolean isInSentences(String name) {
        return name.endsWith(SENTENCES);
    }

    /** The code; empty where the rule is written in sentences. */
    public String code() {
        return isInSentences(name) ? "" : body;
    }

    /** What the rule carries beside its code. */
    public Attachments attachments() {
        return new Attachments(isInSentences(name) ? body : "", dsl, tests);
    }

    /** The rule with which a game can be founded. */
    public Command.FoundingRule foundingRule() {
        return new Command.FoundingRule(
                number("number"), required("title"), mutable(), prose, code(), attachments());
    }

    /** The change that a player can propose; without a {@code kind} it is an enactment. */
    public Command.Propose proposal() {
        Kind kind = kind();
        return new Command.Propose(
                kind,
                kind == Kind.ENACT ? 0 : number("target"),
                required("title"),
                prose,
                code(),
                attachments());
    }

    /** Where in the file a remark on the body belongs. */
    public Diagnostic inFile(Diagnostic remark) {
        return new Diagnostic(
                remark.severity(),
                remark.code(),
                remark.line() == 0 ? 0 : remark.line() + bodyLine - 1,
                remark.column(),
                remark.message(),
                remark.hint());
    }

    private boolean mutable() {
        return switch (required("class")) {
            case "mutable" -> true;
            case "immutable" -> false;
            case String other ->
                    throw malformed(
                            "class",
                            "The class is " + other,
                            "Write class: mutable or class: immutable.");
        };
    }

    private Kind kind() {
        String text = header.getOrDefault("kind", "enact");
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                malformed(
                                        "kind",
                                        "The kind is " + text,
                                        "Write enact, amend, repeal or transmute."));
    }

    private int number(String key) {
        String text = required(key);
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Falls through to the message below.
        }
        throw malformed(key, key + " is " + text, "Write the number of a rule, such as 301.");
    }

    private String required(String key) {
        String value = header.get(key);
        if (value == null || value.isEmpty()) {
            throw malformed(key, "The " + key + " is missing", "Add a line " + key + ": ...");
        }
        return value;
    }

    private MalformedFile malformed(String key, String problem, String hint) {
        return new MalformedFile(name, lines.getOrDefault(key, 1), problem, hint);
    }

    private static int newlines(String text) {
        return Math.toIntExact(text.chars().filter(c -> c == '\n').count());
    }

    /** Reads the text between the comment marks. */
    private record HeaderReader(String name, String comment) {
        RuleFile read(String body, int bodyLine, String dsl, String tests) {
            var header = new TreeMap<String, String>();
            var lines = new TreeMap<String, Integer>();
            String[] text = comment.split("\n", -1);
            int line = text[0].isBlank() ? 1 : 0;
            while (line < text.length && !text[line].isBlank()) {
                String key = key(text[line], line + 1);
                if (header.put(key, value(text[line])) != null) {
                    throw new MalformedFile(
                            name, line + 1, "There are two lines " + key, "Delete one.");
                }
                lines.put(key, line + 1);
                line++;
            }
            String prose =
                    String.join("\n", Arrays.asList(text).subList(line, text.length)).strip();
            return new RuleFile(name, header, lines, prose, body, bodyLine, dsl, tests);
        }

        private String key(String text, int line) {
            int colon = text.indexOf(':');
            String key = colon < 0 ? text.strip() : text.substring(0, colon).strip();
            if (colon < 0 || !KEYS.contains(key)) {
                throw new MalformedFile(
                        name,
                        line,
                        "The header has a line \"" + text.strip() + "\"",
                        "Lines of a header begin with number:, title:, class:, kind: or target:;"
                                + " leave an empty line before the prose.");
            }
            return key;
        }

        private static String value(String text) {
            return text.substring(text.indexOf(':') + 1).strip();
        }
    }
}
