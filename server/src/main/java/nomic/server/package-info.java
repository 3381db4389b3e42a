/**
 * The server's entry point and its wiring. Every part is made here by constructor and handed to
 * those that need it.
 */
@NullMarked
package nomic.server;

import org.jspecify.annotations.NullMarked;
