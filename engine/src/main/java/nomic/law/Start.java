package nomic.law;

import java.time.Instant;

/** The game is opened. */
public record Start(String player, Instant at) implements Move {}
