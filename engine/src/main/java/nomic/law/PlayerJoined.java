package nomic.law;

/** A player has joined. */
public record PlayerJoined(String player) implements EventFact {}
