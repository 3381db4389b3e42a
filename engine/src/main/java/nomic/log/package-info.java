/**
 * The log of a game, the one writer that appends to it, and the feed that says that there is
 * something to read. The log is the truth; a state in memory is its fold.
 */
@NullMarked
package nomic.log;

import org.jspecify.annotations.NullMarked;
