package nomic.game;

/** An event with its cause. */
public record Occurrence(Event event, Cause cause) {}
