package nomic.sentence;

import java.util.Set;
import java.util.TreeSet;

/** The variables of code: {@code $player} and the like. Those named {@code $_...} are local. */
final class Variables {
    private static final String LOCAL = "$_";

    private Variables() {}

    /** All that it names outside of quotes, but for local ones. */
    static Set<String> used(String code) {
        return collect(code, false);
    }

    /** Those to which it gives a value: {@code $x : ...} and {@code $x = ...}. */
    static Set<String> bound(String code) {
        return collect(code, true);
    }

    /** The code with a number added to each local variable, so that it can be used twice. */
    static String apart(String code, int number) {
        if (!code.contains(LOCAL)) {
            return code;
        }
        var text = new StringBuilder();
        int at = 0;
        while (at < code.length()) {
            int end = code.charAt(at) == '$' ? end(code, at) : at + 1;
            String part = code.substring(at, end);
            text.append(part);
            if (part.startsWith(LOCAL)) {
                text.append(number);
            }
            at = end;
        }
        return text.toString();
    }

    private static Set<String> collect(String code, boolean boundOnly) {
        var names = new TreeSet<String>();
        boolean quoted = false;
        int at = 0;
        while (at < code.length()) {
            char c = code.charAt(at);
            if (c == '\\') {
                at += 2;
                continue;
            }
            quoted ^= c == '"';
            int end = c == '$' ? end(code, at) : at + 1;
            String name = code.substring(at, end);
            if (!quoted && end > at + 1 && !name.startsWith(LOCAL)) {
                if (!boundOnly || bindsAt(code, end)) {
                    names.add(name);
                }
            }
            at = end;
        }
        return names;
    }

    private static boolean bindsAt(String code, int end) {
        int next = end;
        while (next < code.length() && code.charAt(next) == ' ') {
            next++;
        }
        return code.startsWith(":", next)
                || code.startsWith("=", next) && !code.startsWith("==", next);
    }

    private static int end(String code, int at) {
        int end = at + 1;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        return end;
    }
}
