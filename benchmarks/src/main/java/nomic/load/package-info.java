/**
 * Puts load on the packaged server over its interfaces and prints tables for docs/performance.md.
 * One command runs all of it; see {@link nomic.load.Load}.
 */
@NullMarked
package nomic.load;

import org.jspecify.annotations.NullMarked;
