package nomic.law;

import java.time.Instant;

/** A player leaves the table. */
public record Leave(String player, Instant at) implements Move {}
