package nomic.game;

/**
 * Where a rulebook was taken from.
 *
 * @param game the id of the other game
 * @param head the sequence number of its last event then
 */
public record Origin(String game, long head) {}
