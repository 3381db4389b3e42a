package nomic.law;

/**
 * An outcome that a rule asks for, while it is judged.
 *
 * @param subject the number of the proposal, the name of the player, deadline or asset: what the
 *     claim is about
 * @param rule the number of the rule that makes the claim
 */
public record Claim(int id, ClaimKind kind, String subject, int rule) {
    /** The number of the proposal that the claim is about; 0 where it is about something else. */
    public int getProposal() {
        return switch (kind) {
            case ADOPT, DEFEAT, OPEN_VOTE -> Integer.parseInt(subject);
            default -> 0;
        };
    }
}
