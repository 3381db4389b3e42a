package nomic.sentence;

import nomic.code.Diagnostic;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Divides a text into laws, and laws into their lines. */
final class DraftReader {
    private static final int LONGEST_LINE = 500;
    private static final int MOST_LAWS = 50;
    private static final int MOST_LINES = 400;
    private static final int LONGEST_NAME = 100;
    private static final String SHAPE =
            "A law is When and a sentence, then on a line of its own Then and a sentence; further"
                    + " sentences each on a line below.";
    private static final Set<String> STARTS = Set.of("and", "but");
    private static final Set<String> AGAIN =
            Set.of("every", "each", "always", "daily", "weekly", "whenever");
    private static final Set<String> ABOVE = Set.of("import", "declare");
    private static final String DECLARATION =
            "A declaration is declare and the name of a type, then a line for each field, such as"
                    + " owner : String, then end.";

    private static final Pattern END = Pattern.compile("\\bend;?$");

    private final List<Draft> drafts = new ArrayList<>();
    private final List<Draft.Line> preamble = new ArrayList<>();
    private final List<Diagnostic> remarks = new ArrayList<>();
    private @Nullable Draft draft;
    private boolean inThen;
    private boolean stopped;
    private int declaring;
    private int lines;

    /** Reads a text; the remarks say what is wrong with its shape. */
    void read(String text) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (lines == MOST_LINES || drafts.size() > MOST_LAWS || line.length() > LONGEST_LINE) {
                wrong(
                        number,
                        "The text is too long.",
                        String.format(
                                Locale.ROOT,
                                "At most %d laws, %d lines and %d characters in a line.",
                                MOST_LAWS,
                                MOST_LINES,
                                LONGEST_LINE));
                return;
            }
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#") && !stripped.startsWith("//")) {
                lines++;
                line(line, stripped, number);
                if (stopped) {
                    return;
                }
            }
        }
        finish();
        if (declaring > 0) {
            wrong(declaring, "The declaration that begins here has no end.", DECLARATION);
        }
        if (drafts.isEmpty() && remarks.isEmpty()) {
            wrong(0, "There is no law.", SHAPE);
        }
    }

    /** What stands above the laws and is no sentence: imports and declarations. */
    List<Draft.Line> preamble() {
        return preamble;
    }

    List<Draft> drafts() {
        return drafts;
    }

    List<Diagnostic> remarks() {
        return remarks;
    }

    private void line(String line, String stripped, int number) {
        int column = line.indexOf(stripped) + 1;
        String first = firstWord(stripped);
        if (declaring > 0 || draft == null && drafts.isEmpty() && ABOVE.contains(first)) {
            above(first, new Draft.Line(stripped, number, column));
            return;
        }
        switch (first) {
            case "import", "declare" -> {
                wrong(number, "This stands below a law.", "Write it above the first law.");
                stopped = true;
            }
            case "law" -> named(stripped, number);
            case "when" -> {
                if (draft == null || !draft.when().isEmpty()) {
                    begin(number, null);
                }
                inThen = false;
                sentence(stripped, first.length(), number, column);
            }
            case "then" -> {
                if (draft == null || draft.when().isEmpty()) {
                    wrong(number, "There is a Then without a When above it.", SHAPE);
                    draft = null;
                } else if (!draft.then().isEmpty()) {
                    wrong(number, "There are two Then in one law.", "Leave the second word out.");
                }
                inThen = true;
                sentence(stripped, first.length(), number, column);
            }
            default -> {
                if (draft == null) {
                    wrong(
                            number,
                            first.isEmpty()
                                    ? "A law does not begin with such a sign."
                                    : "A law does not begin with \"" + first + "\".",
                            start(stripped));
                    stopped = true;
                } else {
                    sentence(stripped, STARTS.contains(first) ? first.length() : 0, number, column);
                }
            }
        }
    }

    /** A line that is code as it stands. */
    private void above(String first, Draft.Line line) {
        preamble.add(line);
        if (first.equals("declare") && declaring == 0) {
            declaring = line.number();
        }
        if (declaring > 0 && END.matcher(line.text()).find()) {
            declaring = 0;
        }
    }

    private static String start(String stripped) {
        if (stripped.startsWith("/*")) {
            return "The comment at the top of a file has a line title: ..., an empty line and the"
                    + " prose. Remarks elsewhere are lines that begin with #.";
        }
        if (stripped.startsWith("title:")) {
            return "Title and prose stand in a comment above the law, between /* and */.";
        }
        if (AGAIN.contains(firstWord(stripped))) {
            return "For what comes again and again, one law sets a time, such as Then the time"
                    + " \"pay\" comes in a week, and another begins When the time \"pay\" has come"
                    + " and sets it again. "
                    + SHAPE;
        }
        return firstWord(stripped).equals("if") ? "Write When. " + SHAPE : SHAPE;
    }

    private void named(String stripped, int number) {
        List<Token> words = Token.of(stripped, 1, 3);
        String name =
                words.size() == 2 && words.get(1).kind() == Token.Kind.QUOTED
                        ? words.get(1).text()
                        : null;
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            wrong(
                    number,
                    "This is no name of a law.",
                    "Write Law \"name\", with at most " + LONGEST_NAME + " characters.");
        }
        begin(number, name);
    }

    private void begin(int number, @Nullable String name) {
        finish();
        draft = new Draft(number, name);
        inThen = false;
    }

    private void finish() {
        if (draft == null) {
            return;
        }
        if (draft.when().isEmpty() || draft.then().isEmpty()) {
            String missing = draft.when().isEmpty() ? "When" : "Then";
            wrong(draft.number(), "The law that begins here has no " + missing + ".", SHAPE);
        }
        drafts.add(draft);
        draft = null;
    }

    private void sentence(String stripped, int from, int number, int column) {
        String rest = stripped.substring(from);
        String text = rest.strip();
        int end = text.length();
        while (end > 0 && ".,;:".indexOf(text.charAt(end - 1)) >= 0 && text.charAt(0) != '>') {
            end--;
        }
        text = text.substring(0, end);
        if (draft != null && !text.isBlank()) {
            if (!inThen && Token.of(text, 1, LONGEST_LINE).stream().anyMatch(it -> it.is("then"))) {
                wrong(number, "Then stands in the middle of a line.", "Begin a line with Then.");
                stopped = true;
            }
            int at = column + from + (rest.length() - rest.stripLeading().length());
            (inThen ? draft.then() : draft.when()).add(new Draft.Line(text, number, at));
        }
    }

    private void wrong(int line, String message, String hint) {
        remarks.add(Remarks.error("no-law", line, 0, message, hint));
    }

    private static String firstWord(String stripped) {
        int end = 0;
        while (end < stripped.length() && Character.isLetter(stripped.charAt(end))) {
            end++;
        }
        return stripped.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
