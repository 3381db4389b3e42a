package nomic.law;

/** A proposal has been made. */
public record ProposalMade(int proposal, String author, Kind kind) implements EventFact {}
