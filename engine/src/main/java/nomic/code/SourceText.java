package nomic.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a rule as its author wrote it, with a copy of the same length in which comments and
 * the insides of strings are blank.
 */
final class SourceText {
    private static final int MOST_BYTES = 64 << 10;
    private static final int DEEPEST_NESTING = 12;
    private static final int DEEPEST_LAMBDAS = 6;
    private static final Pattern RULE = Pattern.compile("(?m)^\\s*(rule|query)\\b");
    private static final Pattern QUOTE = Pattern.compile("[`\u00b4\u2018-\u201f\u00ab\u00bb]");
    private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s+([\\w.]+)\\s*;?");

    private final String code;
    private final String masked;

    /** Takes out a package line that names the rule's own package, which goes without saying. */
    SourceText(int ruleId, String code) {
        var unified = code.replace("\r\n", "\n").replace('\r', '\n');
        var line = PACKAGE.matcher(mask(unified));
        if (line.find() && line.group(1).equals(RulePackage.of(ruleId))) {
            unified =
                    unified.substring(0, line.start())
                            + " ".repeat(line.end() - line.start())
                            + unified.substring(line.end());
        }
        this.code = unified;
        this.masked = mask(unified);
    }

    String code() {
        return code;
    }

    /** The text without comments and without the insides of strings; same length, same lines. */
    String masked() {
        return masked;
    }

    /** A part of the text, with blanks for comments. */
    String withoutComments(int from, int to) {
        var text = new StringBuilder(code.substring(from, to));
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            char c = masked.charAt(i);
            if (c == '"' || c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == ' ' && c != code.charAt(i)) {
                text.setCharAt(i - from, c);
            }
        }
        return text.toString();
    }

    /** What stands between quotes outside of comments, by the offset of the first quote. */
    SortedMap<Integer, String> texts() {
        var texts = new TreeMap<Integer, String>();
        for (int i = 0; i < masked.length(); i++) {
            if (masked.charAt(i) == '"' || masked.charAt(i) == '\'') {
                int end = endOfString(code, i);
                texts.put(i, code.substring(i + 1, Math.max(i + 1, end - 1)));
                i = end - 1;
            }
        }
        return texts;
    }

    static String hash(String code) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What must be true of the text before anything parses it. */
    List<Diagnostic> check() {
        var found = new ArrayList<Diagnostic>();
        if (code.length() > MOST_BYTES
                || code.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return List.of(
                    Diagnostic.error(
                            "too-long",
                            Position.WHOLE,
                            "The code is longer than 64 KB.",
                            "Divide it into several rules of the game."));
        }
        checkCharacters(found);
        checkQuotes(found);
        checkStrings(found);
        checkComments(found);
        checkNesting(found);
        var rules = RULE.matcher(masked);
        int count = 0;
        while (rules.find()) {
            count++;
        }
        if (count > SizePolicy.MOST_RULES) {
            found.add(
                    Diagnostic.error(
                            "too-many-rules",
                            Position.WHOLE,
                            "The code has " + count + " rules.",
                            "Divide it into several rules of the game; "
                                    + SizePolicy.MOST_RULES
                                    + " are allowed."));
        }
        return found;
    }

    private void checkCharacters(List<Diagnostic> found) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
            boolean invisible =
                    Character.getType(c) == Character.FORMAT
                            || Character.getType(c) == Character.LINE_SEPARATOR
                            || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
            if (control || invisible) {
                found.add(
                        Diagnostic.error(
                                "control-character",
                                at(i),
                                String.format("The character U+%04X is not allowed.", (int) c),
                                "Remove it; in a string write \\n or \\t."));
                return;
            }
        }
        int escape = code.indexOf("\\u");
        if (escape >= 0) {
            found.add(
                    Diagnostic.error(
                            "unicode-escape",
                            at(escape),
                            "Unicode escapes such as \\u0041 are not allowed.",
                            "Write the character itself."));
        }
    }

    private void checkQuotes(List<Diagnostic> found) {
        var quote = QUOTE.matcher(masked);
        if (quote.find()) {
            found.add(
                    Diagnostic.error(
                            "odd-quote",
                            at(quote.start()),
                            "The sign " + quote.group() + " does not begin a text.",
                            "Write the straight sign \" before and after a text."));
        }
    }

    private void checkComments(List<Diagnostic> found) {
        int open = openComment(code);
        if (open >= 0) {
            found.add(
                    Diagnostic.error(
                            "open-comment",
                            at(open),
                            "The comment that begins here does not end.",
                            "Write */ at its end."));
        }
    }

    private void checkStrings(List<Diagnostic> found) {
        for (int i = 0; i < masked.length(); i++) {
            char quote = masked.charAt(i);
            if (quote != '"' && quote != '\'') {
                continue;
            }
            int end = endOfString(code, i);
            if (code.startsWith("\"\"\"", i)) {
                found.add(
                        Diagnostic.error(
                                "text-block",
                                at(i),
                                "Text blocks are not part of the language.",
                                "Write the lines with \\n between them."));
                return;
            }
            if (end - i < 2 || code.charAt(end - 1) != quote) {
                found.add(
                        Diagnostic.error(
                                "open-string",
                                at(i),
                                "The text that begins here does not end in its line.",
                                "Write " + quote + " at its end."));
                return;
            }
            i = end - 1;
        }
    }

    private void checkNesting(List<Diagnostic> found) {
        int depth = 0;
        var arrows = new int[DEEPEST_NESTING + 2];
        for (int i = 0; i < masked.length(); i++) {
            switch (masked.charAt(i)) {
                case '(', '[', '{' -> arrows[++depth] = 0;
                case ')', ']' -> depth = Math.max(0, depth - 1);
                case '}' -> {
                    depth = Math.max(0, depth - 1);
                    arrows[depth] = 0;
                }
                case ';', ',' -> arrows[depth] = 0;
                case '>' -> arrows[depth] += i > 0 && masked.charAt(i - 1) == '-' ? 1 : 0;
                default -> {}
            }
            if (depth > DEEPEST_NESTING) {
                found.add(tooDeep(i, "Brackets", DEEPEST_NESTING));
                return;
            }
            if (Arrays.stream(arrows, 0, depth + 1).sum() > DEEPEST_LAMBDAS) {
                found.add(tooDeep(i, "Lambdas", DEEPEST_LAMBDAS));
                return;
            }
        }
    }

    private Diagnostic tooDeep(int offset, String what, int most) {
        return Diagnostic.error(
                "nested-too-deep",
                at(offset),
                what + " are nested more than " + most + " deep.",
                "Give inner parts a name of their own, or use a function.");
    }

    /** The place of a character. */
    Position at(int offset) {
        int end = Math.max(0, Math.min(offset, code.length()));
        int line = 1;
        int start = 0;
        for (int i = 0; i < end; i++) {
            if (code.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return new Position(line, end - start + 1);
    }

    /** The offset of a line and column. */
    int offset(int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int next = code.indexOf('\n', start);
            if (next < 0) {
                return code.length();
            }
            start = next + 1;
        }
        return Math.min(code.length(), start + Math.max(0, column - 1));
    }

    int offset(Position at) {
        return offset(at.line(), at.column());
    }

    int startOfLine(int offset) {
        return code.lastIndexOf('\n', Math.min(offset, code.length()) - 1) + 1;
    }

    int endOfLine(int offset) {
        return endOfLine(code, Math.min(offset, code.length()));
    }

    /** The same place, or the end of its line or of the text where it is beyond. */
    Position inside(Position at) {
        int line = offset(at.line(), 1);
        return at(Math.min(offset(at.line(), at.column()), endOfLine(code, line)));
    }

    /** Where a word stands outside strings and comments, from an offset on; none if nowhere. */
    Position find(String word, int from) {
        var matcher = word(word).matcher(masked);
        return matcher.find(Math.max(0, Math.min(from, masked.length())))
                ? at(matcher.start())
                : Position.WHOLE;
    }

    /** Where a word stands first outside strings and comments; none if nowhere. */
    Position find(String word) {
        return find(word, 0);
    }

    Matcher matcher(Pattern pattern) {
        return pattern.matcher(masked);
    }

    private static Pattern word(String word) {
        var quoted = Pattern.quote(word);
        return Pattern.compile("(?<![\\w$])" + quoted + "(?![\\w$])");
    }

    private static String mask(String code) {
        var text = new StringBuilder(code);
        int i = 0;
        while (i < code.length()) {
            char c = code.charAt(i);
            if (code.startsWith("//", i)) {
                i = blank(text, i, endOfLine(code, i));
            } else if (code.startsWith("/*", i)) {
                int end = code.indexOf("*/", i + 2);
                i = blank(text, i, end < 0 ? code.length() : end + 2);
            } else if (c == '"' || c == '\'') {
                int end = endOfString(code, i);
                blank(text, i + 1, Math.max(i + 1, end - 1));
                i = end;
            } else {
                i++;
            }
        }
        return text.toString();
    }

    /** Where a comment begins that has no end; -1 where there is none. */
    private static int openComment(String code) {
        int i = 0;
        while (i < code.length()) {
            char c = code.charAt(i);
            if (code.startsWith("//", i)) {
                i = endOfLine(code, i);
            } else if (code.startsWith("/*", i)) {
                int end = code.indexOf("*/", i + 2);
                if (end < 0) {
                    return i;
                }
                i = end + 2;
            } else {
                i = c == '"' || c == '\'' ? endOfString(code, i) : i + 1;
            }
        }
        return -1;
    }

    private static int endOfLine(String code, int from) {
        int end = code.indexOf('\n', from);
        return end < 0 ? code.length() : end;
    }

    private static int endOfString(String code, int from) {
        char quote = code.charAt(from);
        for (int i = from + 1; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            } else if (c == '\n') {
                return i;
            }
        }
        return code.length();
    }

    private static int blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
        return to;
    }
}
