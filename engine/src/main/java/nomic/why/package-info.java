/**
 * Answers why something happened, why something is so, and why something cannot be done. It reads
 * what the log has stored of causes; what has not happened is decided on a fork of the game.
 */
@NullMarked
package nomic.why;

import org.jspecify.annotations.NullMarked;
