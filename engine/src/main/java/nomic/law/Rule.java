package nomic.law;

/**
 * A rule of the rulebook, in force or not.
 *
 * @param number its present number
 * @param revision which revision is in force, from 1
 * @param adopts whether its code can adopt a proposal
 * @param declaresWinner whether its code can end the game with a winner
 */
public record Rule(
        int number,
        int revision,
        boolean mutable,
        String title,
        RuleStatus status,
        boolean adopts,
        boolean declaresWinner) {
    /** True while the rule acts. */
    public boolean isInForce() {
        return status == RuleStatus.IN_FORCE;
    }

    public int getNumber() {
        return number;
    }

    public int getRevision() {
        return revision;
    }

    public boolean isMutable() {
        return mutable;
    }

    public String getTitle() {
        return title;
    }

    public RuleStatus getStatus() {
        return status;
    }

    public boolean isAdopts() {
        return adopts;
    }

    public boolean isDeclaresWinner() {
        return declaresWinner;
    }
}
