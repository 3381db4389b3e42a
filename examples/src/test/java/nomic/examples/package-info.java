/** Runs every example and every listing of the guide. */
@NullMarked
package nomic.examples;

import org.jspecify.annotations.NullMarked;
