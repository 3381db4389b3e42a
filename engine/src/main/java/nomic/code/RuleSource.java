package nomic.code;

import java.util.List;

/**
 * What it takes to compile a rule.
 *
 * @param ruleId the permanent id of the rule, 0 where there is none yet
 * @param code in DRL
 * @param uses the types of the rules from which the code imports
 */
public record RuleSource(int ruleId, String code, List<Exports> uses) {
    public RuleSource {
        uses = List.copyOf(uses);
    }

    /** Code that imports from no other rule. */
    public static RuleSource of(int ruleId, String code) {
        return new RuleSource(ruleId, code, List.of());
    }

    /** Equal for equal sources. */
    public String key() {
        var key = new StringBuilder(ruleId + ":" + SourceText.hash(code));
        for (Exports used : uses) {
            key.append(' ').append(used.ruleId()).append(':');
            key.append(SourceText.hash(used.declarations()));
        }
        return key.toString();
    }
}
