package nomic.law;

/**
 * What would come of a proposal, while its adoption is judged: whether the rules could still be
 * changed under the changed rulebook. Found by playing ahead: players propose, all vote for it,
 * deadlines pass.
 *
 * @param changeable whether a change was adopted
 * @param why what stood against it; empty where nothing did
 */
public record Outlook(int proposal, boolean changeable, String why) {
    public int getProposal() {
        return proposal;
    }

    public boolean isChangeable() {
        return changeable;
    }

    public String getWhy() {
        return why;
    }
}
