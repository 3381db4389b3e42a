/** Tests of the templates: each is filled in and played, and bad values are refused. */
@NullMarked
package nomic.template;

import org.jspecify.annotations.NullMarked;
