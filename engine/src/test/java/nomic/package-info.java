/**
 * Tests of the engine as a whole: which package may know of which library, and what is on no path.
 * Each package's own tests stand beside its classes.
 */
@NullMarked
package nomic;

import org.jspecify.annotations.NullMarked;
