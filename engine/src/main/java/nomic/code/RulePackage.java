package nomic.code;

/** The Drools package made of one revision of one rule. */
public final class RulePackage {
    private static final String PREFIX = "nomic.rule.r";
    private static final int MOST_DIGITS = 9;

    private RulePackage() {}

    /** The name of the package of a rule, by the id of the rule. */
    public static String of(int ruleId) {
        return PREFIX + ruleId;
    }

    /** The same as a prefix of internal class names, with a slash at its end. */
    static String folder(int ruleId) {
        return of(ruleId).replace('.', '/') + "/";
    }

    /** True for the full name of a type in the package of a rule. */
    static boolean isType(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && id(name.substring(0, dot)) != 0;
    }

    /** The id of the rule whose package has a name; 0 for any other name. */
    static int id(String packageName) {
        int digits = packageName.length() - PREFIX.length();
        if (digits < 1 || digits > MOST_DIGITS || !packageName.startsWith(PREFIX)) {
            return 0;
        }
        int id = 0;
        for (int i = PREFIX.length(); i < packageName.length(); i++) {
            int digit = packageName.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            id = 10 * id + digit;
        }
        return id;
    }
}
