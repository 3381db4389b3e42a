/** Tests of rulesets as files. */
@NullMarked
package nomic.ruleset;

import org.jspecify.annotations.NullMarked;
