/**
 * The WebSocket of players and spectators: each subscription reads the log from a sequence number
 * on, and moves are answered under the id of their frame.
 */
@NullMarked
package nomic.server.live;

import org.jspecify.annotations.NullMarked;
