package nomic.law;

import java.time.Instant;

/** A player judges a case. */
public record Judge(String player, int caseNumber, Answer answer, Instant at) implements Move {}
