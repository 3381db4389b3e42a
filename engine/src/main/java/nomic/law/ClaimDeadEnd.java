package nomic.law;

import java.time.Instant;

/** A player claims that nobody can make any move. */
public record ClaimDeadEnd(String player, Instant at) implements Move {}
