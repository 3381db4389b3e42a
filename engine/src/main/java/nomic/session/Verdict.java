package nomic.session;

/**
 * What a rule says of a move or claim.
 *
 * @param target the move or claim itself
 */
record Verdict(Object target, boolean permits, String reason) {}
