/**
 * Platform threads for work that keeps a processor busy. What waits is on virtual threads; what
 * computes on one of those would stop everything else.
 */
@NullMarked
package nomic.server.work;

import org.jspecify.annotations.NullMarked;
