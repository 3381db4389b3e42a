package nomic.law;

/** A player has said that the turn is over. */
public record TurnEnded(String player) implements EventFact {}
