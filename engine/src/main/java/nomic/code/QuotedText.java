package nomic.code;

/**
 * Drools copies an expression that is compared with a text, and is none, into a string of generated
 * code as it stands: what is in quotes there becomes code that no policy has seen.
 */
final class QuotedText {
    private static final int DEEPEST_NESTING = 12;

    private QuotedText() {}

    /**
     * True where a text inside of brackets could be a statement or a lambda, or where brackets in
     * texts add to a depth that compilers do not bear.
     */
    static boolean isDangerous(String expression) {
        var masked = new SourceText(0, expression).masked();
        int code = 0;
        int all = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            all += step(c);
            code += step(masked.charAt(i));
            boolean quoted = masked.charAt(i) != c;
            boolean arrow = c == '>' && i > 0 && expression.charAt(i - 1) == '-';
            if (all > DEEPEST_NESTING || quoted && code > 0 && (c == '{' || arrow)) {
                return true;
            }
        }
        return false;
    }

    private static int step(char c) {
        return switch (c) {
            case '(', '[', '{' -> 1;
            case ')', ']', '}' -> -1;
            default -> 0;
        };
    }
}
