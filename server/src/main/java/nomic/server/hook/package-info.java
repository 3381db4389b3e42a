/**
 * Calls of other servers about what happens in games: who wants them, an outbox of what is to be
 * sent, and the courier that sends it until it has arrived or is given up.
 */
@NullMarked
package nomic.server.hook;

import org.jspecify.annotations.NullMarked;
