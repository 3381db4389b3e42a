/**
 * Turns laws in plain words into the code of a rule. The sentences known are read from Drools' DSL
 * files; what they expand to is code like any other and has yet to be checked.
 */
@NullMarked
package nomic.sentence;

import org.jspecify.annotations.NullMarked;
