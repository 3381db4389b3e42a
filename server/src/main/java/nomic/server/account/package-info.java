/** People and bots who may play: names and password hashes. It knows nothing of games. */
@NullMarked
package nomic.server.account;

import org.jspecify.annotations.NullMarked;
