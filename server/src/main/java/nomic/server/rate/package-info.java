/**
 * How often each address and each account may ask in a minute, so that nobody crowds out others.
 */
@NullMarked
package nomic.server.rate;

import org.jspecify.annotations.NullMarked;
