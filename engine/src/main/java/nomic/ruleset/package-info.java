/**
 * Reads a ruleset: the initial rules of a game, one file per rule and a manifest. What a rule says
 * is in its file; nothing here knows any particular rule.
 */
@NullMarked
package nomic.ruleset;

import org.jspecify.annotations.NullMarked;
