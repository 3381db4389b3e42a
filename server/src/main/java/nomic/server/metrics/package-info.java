/**
 * Numbers about the server for those who watch it: what decides, checks and keeps moves is wrapped,
 * so that none of it knows of metrics.
 */
@NullMarked
package nomic.server.metrics;

import org.jspecify.annotations.NullMarked;
