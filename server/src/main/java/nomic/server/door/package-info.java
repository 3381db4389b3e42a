/**
 * Who may see and join a game: its visibility, invitations and those who ask to join. It is kept
 * beside the game's log, since it is no part of the game's law.
 */
@NullMarked
package nomic.server.door;

import org.jspecify.annotations.NullMarked;
