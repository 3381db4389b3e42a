package nomic.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, number, quoted text or mark of a line.
 *
 * @param text as it stands in the line; of a quoted text what is between the quotes
 * @param column where it begins, from 1
 */
record Token(Kind kind, String text, int column) {
    enum Kind {
        WORD,
        NUMBER,
        QUOTED,
        VARIABLE,
        /** The name of a place, in braces. */
        PLACE,
        MARK
    }

    /** The tokens of a line, at most {@code most}; commas are passed over. */
    static List<Token> of(String line, int firstColumn, int most) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < line.length() && tokens.size() < most) {
            if (Character.isWhitespace(line.charAt(at)) || line.charAt(at) == ',') {
                at++;
                continue;
            }
            int end = end(line, at);
            tokens.add(of(line.substring(at, end), firstColumn + at));
            at = end;
        }
        return tokens;
    }

    /** Whether a line of sentences may contain this word here. */
    boolean says(Token literal) {
        return kind == literal.kind
                && text.toLowerCase(Locale.ROOT).equals(literal.text.toLowerCase(Locale.ROOT));
    }

    boolean is(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** As it would be written. */
    String written() {
        return switch (kind) {
            case QUOTED -> '"' + text + '"';
            case PLACE -> '{' + text + '}';
            case WORD, NUMBER, VARIABLE, MARK -> text;
        };
    }

    private static int end(String line, int at) {
        char first = line.charAt(at);
        if (isQuote(first)) {
            int end = at + 1;
            while (end < line.length() && !isQuote(line.charAt(end))) {
                end++;
            }
            return Math.min(end + 1, line.length());
        }
        if (first == '{') {
            int end = line.indexOf('}', at);
            return end < 0 ? line.length() : end + 1;
        }
        if (line.startsWith("'s", at) && !continues(line, at + 2)) {
            return at + 2;
        }
        int end = at + 1;
        boolean begins = isWordPart(first) || first == '$' || first == '-' && continues(line, end);
        while (begins && continues(line, end)) {
            end++;
        }
        return end;
    }

    private static Token of(String text, int column) {
        char first = text.charAt(0);
        if (isQuote(first)) {
            boolean closed = text.length() > 1 && isQuote(text.charAt(text.length() - 1));
            return closed
                    ? new Token(Kind.QUOTED, text.substring(1, text.length() - 1), column)
                    : new Token(Kind.MARK, text, column);
        }
        if (first == '{' && text.endsWith("}")) {
            return new Token(Kind.PLACE, text.substring(1, text.length() - 1), column);
        }
        if (isNumber(text)) {
            return new Token(Kind.NUMBER, text, column);
        }
        if (first == '$' && text.length() > 1) {
            return new Token(Kind.VARIABLE, text, column);
        }
        return new Token(isWordPart(first) ? Kind.WORD : Kind.MARK, text, column);
    }

    private static boolean isNumber(String text) {
        int digits = text.startsWith("-") ? 1 : 0;
        return text.length() > digits
                && text.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean continues(String line, int at) {
        if (at >= line.length()) {
            return false;
        }
        char c = line.charAt(at);
        return isWordPart(c)
                || c == '-' && at + 1 < line.length() && isWordPart(line.charAt(at + 1));
    }

    private static boolean isWordPart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static boolean isQuote(char c) {
        return "\"\u201c\u201d\u201e\u00ab\u00bb".indexOf(c) >= 0;
    }
}
