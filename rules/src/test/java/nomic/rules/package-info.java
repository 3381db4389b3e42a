/**
 * Plays the rulesets: each rule shows what it does, what happens without it, and what becomes of it
 * when players change it.
 */
@NullMarked
package nomic.rules;

import org.jspecify.annotations.NullMarked;
