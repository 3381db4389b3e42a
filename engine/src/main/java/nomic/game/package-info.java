/**
 * Commands, events and the state of a game, and the pure functions between them. Deciding the same
 * command on the same state and rulebook gives the same events in any process.
 */
@NullMarked
package nomic.game;

import org.jspecify.annotations.NullMarked;
