/**
 * Games over HTTP: their views, the moves of players, and the events that follow. The socket of
 * {@code nomic.server.live} makes the same moves and shows the same events.
 */
@NullMarked
package nomic.server.game;

import org.jspecify.annotations.NullMarked;
