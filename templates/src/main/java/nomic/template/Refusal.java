package nomic.template;

/**
 * Why a value was not filled in.
 *
 * @param parameter the name of the parameter
 * @param value the value, shortened, with escapes for signs that would not be seen
 * @param message what is wrong
 * @param hint what is allowed
 */
public record Refusal(String parameter, String value, String message, String hint) {
    private static final int LONGEST = 60;
    private static final int DELETE = 0x7f;

    /** A value as it can be shown in one line. */
    static String shown(String value) {
        var text = new StringBuilder();
        for (int i = 0; i < Math.min(value.length(), LONGEST); i++) {
            char c = value.charAt(i);
            text.append(c >= ' ' && c < DELETE ? String.valueOf(c) : hex(c));
        }
        return value.length() > LONGEST ? text + "..." : text.toString();
    }

    private static String hex(char c) {
        boolean letter = Character.isLetter(c) && c <= '\u017e';
        return letter ? String.valueOf(c) : String.format("\\u%04x", (int) c);
    }
}
