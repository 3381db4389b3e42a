/**
 * What people are told of: that something waits for them, or has become of what they did. A
 * follower of the log makes it, and it is kept until it is old.
 */
@NullMarked
package nomic.server.notice;

import org.jspecify.annotations.NullMarked;
