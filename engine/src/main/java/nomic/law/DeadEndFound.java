package nomic.law;

/** A player has claimed, and the kernel has found, that nobody can make any move. */
public record DeadEndFound(String player) implements EventFact {}
