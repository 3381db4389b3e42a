/**
 * What people do with their own accounts: change the password, name an address for mail, take their
 * data with them, and leave.
 */
@NullMarked
package nomic.server.owner;

import org.jspecify.annotations.NullMarked;
