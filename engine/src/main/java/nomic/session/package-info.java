/**
 * Decides commands: puts a move into the game's knowledge session, lets the rules judge it and
 * react in rounds, carries out what they ask for and loads what they adopt.
 */
@NullMarked
package nomic.session;

import org.jspecify.annotations.NullMarked;
