package nomic.sentence;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Puts values into the places of code. */
final class Template {
    private Template() {}

    /**
     * The code with its places filled; null where it would have more than {@code most} characters.
     */
    static @Nullable String fill(String code, Map<String, Value> values, int most) {
        var text = new StringBuilder();
        int at = 0;
        while (at < code.length()) {
            int open = code.indexOf('{', at);
            int close = open < 0 ? -1 : code.indexOf('}', open);
            if (close < 0) {
                text.append(code, at, code.length());
                break;
            }
            Value value = values.get(code.substring(open + 1, close));
            text.append(code, at, open);
            text.append(value == null ? code.substring(open, close + 1) : value.code());
            at = close + 1;
            if (text.length() > most) {
                return null;
            }
        }
        return text.length() > most ? null : text.toString();
    }
}
