package nomic.law;

import java.time.Instant;

/** A player gives an open proposal another text. */
public record Revise(String player, int proposal, Instant at) implements Move {}
