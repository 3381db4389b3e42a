package nomic.game;

import java.time.Instant;

/** A deadline; {@code rule} is the id of the rule to which it belongs. */
public record DeadlineEntry(String name, Instant at, int rule) {}
