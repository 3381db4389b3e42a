package nomic.law;

/**
 * A claim was forbidden by a rule or lost against another claim.
 *
 * @param rule the number of the rule that made the claim
 * @param amount as in {@link Claim}
 * @param against the number of the rule that forbade it or prevailed
 */
public record Overruled(
        ClaimKind kind, String subject, long amount, int rule, int against, String reason)
        implements EventFact {
    /** The number of the proposal that the claim was about; 0 where it was about something else. */
    public int getProposal() {
        return new Claim(0, kind, subject, amount, rule).getProposal();
    }
}
