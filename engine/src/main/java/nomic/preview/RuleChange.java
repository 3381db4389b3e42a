package nomic.preview;

import nomic.game.Revision;
import nomic.game.RuleEntry;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What becomes of a rule.
 *
 * @param rule its number
 * @param number the number that it has afterwards
 * @param mutable whether it is mutable afterwards
 * @param before its text in force; null where there was none
 * @param after its text afterwards; null where it is repealed
 * @param importedBy the numbers of the rules in force that import types from it before the change
 */
public record RuleChange(
        What what,
        int rule,
        int number,
        boolean mutable,
        @Nullable Text before,
        @Nullable Text after,
        List<Integer> importedBy) {
    public RuleChange {
        importedBy = List.copyOf(importedBy);
    }

    /** What happens to it. */
    public enum What {
        ENACTED,
        AMENDED,
        REPEALED,
        TRANSMUTED,
        RENUMBERED,
        SUSPENDED
    }

    /**
     * A text of a rule.
     *
     * @param sentences of which the code is the expansion; empty where there are none
     */
    public record Text(int revision, String title, String prose, String code, String sentences) {
        static @Nullable Text of(@Nullable RuleEntry rule) {
            if (rule == null) {
                return null;
            }
            Revision text = rule.text();
            return new Text(
                    text.revision(),
                    text.title(),
                    text.prose(),
                    text.code(),
                    text.attachments().sentences());
        }
    }
}
