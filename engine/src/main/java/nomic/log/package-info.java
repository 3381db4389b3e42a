/**
 * Keeps what was decided in a game: commands, events and the hash chain over both. A log is known
 * here by its interface, and by an implementation that keeps it in memory.
 */
@NullMarked
package nomic.log;

import org.jspecify.annotations.NullMarked;
