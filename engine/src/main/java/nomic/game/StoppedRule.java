package nomic.game;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A rule that ended the process which tried to decide a command. It counts as broken when the
 * command is decided again.
 *
 * @param rule the id of the rule
 * @param revision the one that ran
 * @param legality whether it judged
 * @param why what players are told
 */
public record StoppedRule(int rule, int revision, boolean legality, String why) {
    /** What a record says of stopped rules; one without any says nothing. */
    static List<StoppedRule> orNone(@Nullable List<StoppedRule> recorded) {
        return recorded == null ? List.of() : List.copyOf(recorded);
    }
}
