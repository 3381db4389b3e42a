package nomic.law;

/** A proposal has been taken back. */
public record ProposalWithdrawn(int proposal, String author) implements EventFact {}
