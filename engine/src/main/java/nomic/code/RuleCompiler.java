package nomic.code;

/** Checks and compiles the code of rules: in this process or in another. */
@FunctionalInterface
public interface RuleCompiler {
    /**
     * Checks the code of a rule and compiles it for its package.
     *
     * @param ruleId the permanent id of the rule, 0 where there is none yet
     */
    Built compile(int ruleId, String code);
}
