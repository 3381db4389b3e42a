/**
 * How the log is written, and what each line of it says of the request that it belongs to. Players
 * cannot make lines: what they write is escaped, and hardly ever in the log at all.
 */
@NullMarked
package nomic.server.logging;

import org.jspecify.annotations.NullMarked;
