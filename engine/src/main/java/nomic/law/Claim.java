package nomic.law;

/**
 * An outcome that a rule asks for, while it is judged.
 *
 * @param subject the number of the proposal, the name of the player, deadline or asset: what the
 *     claim is about
 * @param amount how much of an asset, below zero where it is taken away; the circuit of a turn; the
 *     number that a rule would get; else 0
 * @param rule the number of the rule that makes the claim
 */
public record Claim(int id, ClaimKind kind, String subject, long amount, int rule) {
    /** The number of the proposal that the claim is about; 0 where it is about something else. */
    public int getProposal() {
        return switch (kind) {
            case ADOPT, DEFEAT, OPEN_VOTE, BALLOT -> Integer.parseInt(subject);
            default -> 0;
        };
    }

    /** The number of the case that the claim is about; 0 where it is about something else. */
    public int getCaseNumber() {
        return switch (kind) {
            case APPOINT, OVERRULE, CLOSE_CASE -> Integer.parseInt(subject);
            default -> 0;
        };
    }

    /** The number of the rule that the claim is about; 0 where it is about something else. */
    public int getTarget() {
        return switch (kind) {
            case RENUMBER, SUSPEND, PRECEDENCE -> Integer.parseInt(subject);
            default -> 0;
        };
    }
}
