package nomic.code;

/** Checks and compiles the code of rules: in this process or in another. */
@FunctionalInterface
public interface RuleCompiler {
    /** Checks the code of a rule and compiles it for its package. */
    Built compile(RuleSource source);

    /**
     * The same for code that imports from no other rule.
     *
     * @param ruleId the permanent id of the rule, 0 where there is none yet
     */
    default Built compile(int ruleId, String code) {
        return compile(RuleSource.of(ruleId, code));
    }
}
