/**
 * What an operator can set: the list of settings, and where their values come from. It knows what a
 * value may be, and nothing of what the server does with it.
 */
@NullMarked
package nomic.server.setting;

import org.jspecify.annotations.NullMarked;
