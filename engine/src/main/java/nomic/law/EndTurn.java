package nomic.law;

import java.time.Instant;

/** A player says that the turn is over. */
public record EndTurn(String player, Instant at) implements Move {}
