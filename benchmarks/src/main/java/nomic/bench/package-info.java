/**
 * What the sandbox costs, measured beside plain Drools on the same machine in the same run. Run by
 * hand, see docs/benchmarks.md; the tests of this module run each benchmark once.
 */
@NullMarked
package nomic.bench;

import org.jspecify.annotations.NullMarked;
