/**
 * The log of games in H2 or PostgreSQL. Opens the database and brings its tables up to date; only
 * this package, {@code nomic.server.account} and {@code nomic.server.door} know of Hibernate.
 */
@NullMarked
package nomic.server.store;

import org.jspecify.annotations.NullMarked;
