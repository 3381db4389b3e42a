/**
 * A game as data: commands, events with their causes, and the state that the events fold into.
 * Nothing here decides anything; {@code nomic.session} does.
 */
@NullMarked
package nomic.game;

import org.jspecify.annotations.NullMarked;
