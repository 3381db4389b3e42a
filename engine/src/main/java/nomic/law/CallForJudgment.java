package nomic.law;

import java.time.Instant;

/**
 * A player insists on a judgment.
 *
 * @param rule the number of the rule that it is about; 0 for none
 */
public record CallForJudgment(String player, String statement, int rule, Instant at)
        implements Move {}
