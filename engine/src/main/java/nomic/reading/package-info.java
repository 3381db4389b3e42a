/**
 * Tells what the code of a rule does in plain words, and what voters should look at twice. It reads
 * outlines and texts only: no rule is built or run here.
 */
@NullMarked
package nomic.reading;

import org.jspecify.annotations.NullMarked;
