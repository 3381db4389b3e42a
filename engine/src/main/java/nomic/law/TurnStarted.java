package nomic.law;

/** A turn has begun. */
public record TurnStarted(int number, int circuit, String player) implements EventFact {}
