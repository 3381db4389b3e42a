package nomic.law;

import java.time.Instant;

/** A player gives the game up. */
public record Forfeit(String player, Instant at) implements Move {}
