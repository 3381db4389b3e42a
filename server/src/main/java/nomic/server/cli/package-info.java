/**
 * The command line: {@code nomic serve}, {@code check}, {@code try}, {@code play} and {@code
 * verify}. Each command prints for people or, with {@code --json}, for programs.
 */
@NullMarked
package nomic.server.cli;

import org.jspecify.annotations.NullMarked;
