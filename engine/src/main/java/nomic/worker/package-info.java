/**
 * Checks and decides in child processes, so that rule code which gets the better of every other
 * limit ends a process that nobody misses. The parent reads nothing but data from its children and
 * folds their events itself.
 */
@NullMarked
package nomic.worker;

import org.jspecify.annotations.NullMarked;
