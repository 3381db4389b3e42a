package nomic.code;

/**
 * A budget of a {@link Meter} is used up. Rule code cannot catch it: instrumented handlers throw it
 * again. The session in which it was thrown must be discarded.
 */
public final class LimitExceeded extends Error {
    private static final long serialVersionUID = 1L;

    /** What was used up. */
    public enum Budget {
        FUEL,
        BYTES,
        DEPTH,
        FACTS,
        FIRINGS,
        ASKS,
        TEXT,
        /** Rule code ran on a thread without a meter. */
        UNBOUND
    }

    private final Budget budget;
    private final int ruleId;
    private final long amount;

    LimitExceeded(Budget budget, int ruleId, long amount) {
        super(budget + " used up, most of it by rule " + ruleId, null, false, false);
        this.budget = budget;
        this.ruleId = ruleId;
        this.amount = amount;
    }

    /** The budget that is used up. */
    public Budget budget() {
        return budget;
    }

    /** The id of the rule that has used most of it; 0 where no rule is known. */
    public int ruleId() {
        return ruleId;
    }

    /** How much of it there was. */
    public long amount() {
        return amount;
    }
}
