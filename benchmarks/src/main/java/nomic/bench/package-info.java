/**
 * What the sandbox costs, measured beside plain Drools on the same machine in the same run. Run by
 * hand, see docs/benchmarks.md; a test of this module runs the ones of firing.
 */
@NullMarked
package nomic.bench;

import org.jspecify.annotations.NullMarked;
