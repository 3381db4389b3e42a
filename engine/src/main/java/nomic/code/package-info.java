/**
 * Checks the code of a rule, compiles it and instruments it, or says what is wrong in terms of the
 * author's own text. Only what has passed here can be loaded into a game.
 */
@NullMarked
package nomic.code;

import org.jspecify.annotations.NullMarked;
