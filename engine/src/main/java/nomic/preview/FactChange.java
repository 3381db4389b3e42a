package nomic.preview;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of something on record.
 *
 * @param name what it is called, such as {@code ann, points}
 * @param before null where there was none
 * @param after null where there is none any more
 * @param rule the number of the rule that brings it about; 0 where it is a move
 */
public record FactChange(
        Sort sort, String name, @Nullable String before, @Nullable String after, int rule) {
    /** What there is on record besides rules. */
    public enum Sort {
        PLAYER,
        TURN,
        HOLDING,
        OFFER,
        DEADLINE,
        FACT,
        CASE
    }
}
