/**
 * Bots that the server brings along to fill seats. They play by the same commands as everybody, and
 * rules see no difference.
 */
@NullMarked
package nomic.server.bot;

import org.jspecify.annotations.NullMarked;
