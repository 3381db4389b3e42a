/**
 * What a proposal would do, before the vote: it is adopted on a fork of the game, and the fork is
 * looked at and played on. Nothing is written, and the game is not touched.
 */
@NullMarked
package nomic.preview;

import org.jspecify.annotations.NullMarked;
