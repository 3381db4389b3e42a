package nomic.law;

/**
 * What the Judge of a case has ordered; a rule has to carry it out.
 *
 * @param nth its place among the remedies of the case, from 1
 * @param subject the name of a player, or the number of a proposal or rule
 * @param amount points; 0 where there is nothing to count
 */
public record Remedy(int caseNumber, int nth, RemedyKind kind, String subject, long amount) {
    /** The number of the proposal or rule; 0 where the remedy is about a player. */
    public int getTarget() {
        return kind == RemedyKind.POINTS ? 0 : Integer.parseInt(subject);
    }
}
