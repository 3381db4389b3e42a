/**
 * HTTP as this server speaks it: a table of routes, requests that are read with clear errors, and
 * answers, of which the problem documents of RFC 9457 are one kind.
 */
@NullMarked
package nomic.server.web;

import org.jspecify.annotations.NullMarked;
