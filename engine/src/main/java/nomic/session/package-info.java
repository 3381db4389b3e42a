/**
 * Derives the knowledge session of a game from its state and rulebook, fires the rules on a move
 * and collects what they claim. No other package but {@code nomic.code} knows of Drools.
 */
@NullMarked
package nomic.session;

import org.jspecify.annotations.NullMarked;
