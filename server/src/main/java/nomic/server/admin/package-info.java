/** What administrators of the server do: look at accounts, suspend them, and change keys. */
@NullMarked
package nomic.server.admin;

import org.jspecify.annotations.NullMarked;
