package nomic.law;

/** A proposal has another text; ballots on the earlier one are void. */
public record ProposalRevised(int proposal, String author, int revision) implements EventFact {}
