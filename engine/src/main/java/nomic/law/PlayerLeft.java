package nomic.law;

/** A player has left or forfeited. */
public record PlayerLeft(String player, boolean forfeited) implements EventFact {}
