package nomic.law;

import java.time.Instant;

/** A player sits down at the table. */
public record Join(String player, Instant at) implements Move {}
