package nomic.law;

/** A ballot has been cast. */
public record BallotCast(int proposal, String voter, Choice choice) implements EventFact {}
