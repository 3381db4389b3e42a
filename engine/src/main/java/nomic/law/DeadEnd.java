package nomic.law;

/**
 * Nobody can make any move: found by trying all when a player claimed it.
 *
 * @param turn the number of the turn that cannot be completed; 0 before the first turn
 * @param player whose turn it is; who claimed it where it is nobody's
 */
public record DeadEnd(int turn, String player) {}
