/**
 * What rule code sees: the facts of a game, the moves of its players and the one object, {@code law},
 * through which rules ask for outcomes. Rule code can name nothing else but an allow-list of
 * {@code java.*}, so this package depends on {@code java.*} alone.
 */
@NullMarked
package nomic.law;

import org.jspecify.annotations.NullMarked;
