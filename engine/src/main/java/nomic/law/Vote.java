package nomic.law;

import java.time.Instant;

/** A player casts a ballot. */
public record Vote(String player, int proposal, Choice choice, Instant at) implements Move {}
