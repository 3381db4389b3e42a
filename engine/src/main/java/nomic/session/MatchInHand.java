package nomic.session;

import nomic.game.Cause;

/**
 * The match whose consequence runs.
 *
 * @param rule the id of its rule
 * @param key names the facts that matched, independent of the order in which Drools found them
 */
record MatchInHand(int rule, Cause.ByRule cause, String key) {}
