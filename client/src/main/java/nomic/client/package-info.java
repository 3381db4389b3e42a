/**
 * A client of a Nomic server: games as records, moves as a sealed type, and events as they happen.
 * It begins with {@link nomic.client.Nomic} and needs the JDK and Jackson alone.
 */
@NullMarked
package nomic.client;

import org.jspecify.annotations.NullMarked;
