/**
 * What people say to each other about games and proposals, and who keeps order there. It stands
 * beside the games' logs, since it is no part of their law.
 */
@NullMarked
package nomic.server.talk;

import org.jspecify.annotations.NullMarked;
