/**
 * A game as one file that can be taken elsewhere: a header, the entries of its log, and a trailer
 * with a signature. Written from a log, and read as one, so that whatever reads logs reads files.
 */
@NullMarked
package nomic.record;

import org.jspecify.annotations.NullMarked;
