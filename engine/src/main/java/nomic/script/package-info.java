/**
 * Scripted games: moves in, expected events out, written in YAML. They serve tests, examples and
 * the command line alike.
 */
@NullMarked
package nomic.script;

import org.jspecify.annotations.NullMarked;
