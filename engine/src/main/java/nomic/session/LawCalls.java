package nomic.session;

import java.util.TreeSet;
import java.util.regex.Pattern;

/** The methods of {@code law} that some code calls. */
final class LawCalls {
    private static final Pattern NOT_CODE =
            Pattern.compile("/\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\\n])*\"", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("\\blaw\\s*\\.\\s*(\\w+)\\s*\\(");

    private LawCalls() {}

    static TreeSet<String> in(String code) {
        var calls = new TreeSet<String>();
        var matcher = CALL.matcher(NOT_CODE.matcher(code).replaceAll(" "));
        while (matcher.find()) {
            calls.add(matcher.group(1));
        }
        return calls;
    }
}
