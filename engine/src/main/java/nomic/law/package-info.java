/**
 * What rule code sees: the facts of a game as immutable records, and {@link nomic.law.Law}, the one
 * object through which a rule asks for an outcome. Version 1; later versions only add to it.
 */
@NullMarked
package nomic.law;

import org.jspecify.annotations.NullMarked;
