/** Tests of previews. */
@NullMarked
package nomic.preview;

import org.jspecify.annotations.NullMarked;
