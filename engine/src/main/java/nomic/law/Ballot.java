package nomic.law;

/** One player's choice on one proposal. */
public record Ballot(int proposal, String voter, Choice choice) {
    public int getProposal() {
        return proposal;
    }

    public String getVoter() {
        return voter;
    }

    public Choice getChoice() {
        return choice;
    }
}
