/**
 * Tokens and what they are good for: access tokens signed with the server's own keys, refresh
 * tokens of log-ins, and personal tokens. Every request that acts is checked here.
 */
@NullMarked
package nomic.server.token;

import org.jspecify.annotations.NullMarked;
