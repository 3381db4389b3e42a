package nomic.code;

/** The Drools package made of one revision of one rule. */
final class RulePackage {
    private RulePackage() {}

    /** The name of the package of a rule, by the id of the rule. */
    static String of(int ruleId) {
        return "nomic.rule.r" + ruleId;
    }

    /** The same as a prefix of internal class names, with a slash at its end. */
    static String folder(int ruleId) {
        return of(ruleId).replace('.', '/') + "/";
    }
}
