/**
 * What a game's clients, its listeners and its log know of one run, and the one check of what must
 * hold between them. Simulated and real faults are judged by it alike.
 */
@NullMarked
package nomic.history;

import org.jspecify.annotations.NullMarked;
