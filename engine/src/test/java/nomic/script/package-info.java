/** Tests of scripted games. */
@NullMarked
package nomic.script;

import org.jspecify.annotations.NullMarked;
