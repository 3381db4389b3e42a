package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;

/** Finds the bracket that closes nothing, or that nothing closes. */
final class Brackets {
    private static final int LONGEST_CALL = 40;

    private Brackets() {}

    /** What is wrong with the brackets of a part of the text; null where they are in order. */
    static @Nullable Diagnostic check(SourceText source, int from, int to) {
        var text = source.masked();
        var open = new ArrayDeque<Integer>();
        for (int i = Math.max(0, from); i < Math.min(to, text.length()); i++) {
            char c = text.charAt(i);
            if ("([{".indexOf(c) >= 0) {
                open.push(i);
            } else if (")]}".indexOf(c) >= 0) {
                if (open.isEmpty()) {
                    return error(
                            source, i, "The bracket `" + c + "` closes nothing.", "Remove it.");
                }
                char wanted = closing(text.charAt(open.peek()));
                if (wanted != c) {
                    return notClosed(source, open.peek());
                }
                open.pop();
            } else if (c == ';'
                    && !open.isEmpty()
                    && text.charAt(open.peek()) == '('
                    && !isLoop(text, open.peek())) {
                return notClosed(source, open.peek());
            }
        }
        return open.isEmpty() ? null : notClosed(source, open.peek());
    }

    /** A semicolon may stand in the head of a loop, and after the arguments of a query. */
    private static boolean isLoop(String text, int bracket) {
        var before = text.substring(Math.max(0, bracket - LONGEST_CALL), bracket);
        return !before.matches("(?s).*\\blaw\\s?\\.\\s?\\w+\\s?");
    }

    private static char closing(char opening) {
        return opening == '(' ? ')' : opening == '[' ? ']' : '}';
    }

    private static Diagnostic notClosed(SourceText source, int offset) {
        char opening = source.masked().charAt(offset);
        return error(
                source,
                offset,
                "The bracket `" + opening + "` that opens here is not closed.",
                "Write `" + closing(opening) + "` where it ends.");
    }

    private static Diagnostic error(SourceText source, int offset, String message, String hint) {
        return Diagnostic.error("open-bracket", source.at(offset), message, hint);
    }
}
