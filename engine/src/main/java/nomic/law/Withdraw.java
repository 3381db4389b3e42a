package nomic.law;

import java.time.Instant;

/** A player takes an open proposal back. */
public record Withdraw(String player, int proposal, Instant at) implements Move {}
