/**
 * Access tokens: issued for a name and a password (RFC 6749, 4.3), signed with the server's own
 * key, and checked on every request that acts.
 */
@NullMarked
package nomic.server.token;

import org.jspecify.annotations.NullMarked;
