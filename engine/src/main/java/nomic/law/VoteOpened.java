package nomic.law;

/** The vote on a proposal has begun. */
public record VoteOpened(int proposal, String author) implements EventFact {}
