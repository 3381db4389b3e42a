package nomic.law;

/** The game has begun. */
public record GameStarted(String by) implements EventFact {}
