/**
 * Whether the server lives and whether it is ready, for those who start it, watch it and send it
 * traffic.
 */
@NullMarked
package nomic.server.health;

import org.jspecify.annotations.NullMarked;
