package nomic.code;

import java.util.regex.Pattern;

/**
 * Drools' {@code modify(fact) { setters }}, the one statement of a consequence that is no Java,
 * written as a call {@code modify(fact, setters);} on the same lines.
 */
final class ModifyBlocks {
    private static final Pattern MODIFY = Pattern.compile("\\bmodify\\s*\\(");

    private ModifyBlocks() {}

    static String asCalls(String consequence) {
        var masked = new SourceText(0, consequence).masked();
        var text = new StringBuilder(consequence);
        var blocks = MODIFY.matcher(masked);
        int added = 0;
        while (blocks.find()) {
            int closed = close(masked, blocks.end() - 1);
            int open = masked.indexOf('{', closed);
            boolean block = closed > 0 && open > 0 && masked.substring(closed + 1, open).isBlank();
            int end = block ? close(masked, open) : -1;
            if (end > 0) {
                boolean empty = masked.substring(open + 1, end).isBlank();
                text.setCharAt(added + closed, ' ');
                text.setCharAt(added + open, empty ? ' ' : ',');
                text.setCharAt(added + end, ')');
                if (!masked.substring(end + 1).stripLeading().startsWith(";")) {
                    text.insert(added + end + 1, ';');
                    added++;
                }
            }
        }
        return text.toString();
    }

    /** Where the bracket that opens at an offset is closed; -1 where it is not. */
    private static int close(String masked, int open) {
        int depth = 0;
        for (int i = open; i < masked.length(); i++) {
            switch (masked.charAt(i)) {
                case '(', '{', '[' -> depth++;
                case ')', '}', ']' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
