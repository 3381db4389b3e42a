package nomic.game;

import nomic.law.RemedyKind;

/**
 * What a Judge orders.
 *
 * @param subject the name of a player, or the number of a proposal or rule
 * @param amount points, below zero where they are taken; 0 for the other kinds
 */
public record RemedyEntry(RemedyKind kind, String subject, long amount) {}
