/** Mail to people: over SMTP where the operator has named a server, else nowhere but the log. */
@NullMarked
package nomic.server.mail;

import org.jspecify.annotations.NullMarked;
