/** Plays with the client against a real server, and against one that answers badly. */
@NullMarked
package nomic.client;

import org.jspecify.annotations.NullMarked;
