package nomic.worker;

import nomic.code.BlackBox;
import nomic.game.GameState;
import nomic.game.RuleEntry;
import nomic.game.StoppedRule;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How a worker ended before it had answered.
 *
 * @param noted in its black box
 * @param said the end of what it wrote on its error output; not to be shown to players
 */
record Death(Kind kind, BlackBox.Reading noted, String said) {
    /** Why it ended. */
    enum Kind {
        /** It was killed by its parent since it did not answer in time. */
        TIME("it does not come to an end: the process in which it ran was stopped"),
        /** Its heap was used up. */
        MEMORY("it uses up the memory of the process in which it runs"),
        /** It ended by itself or was killed by another. */
        OTHER("it breaks the process in which it runs");

        private final String why;

        Kind(String why) {
            this.why = why;
        }
    }

    /**
     * The rule that ended the worker, or null where none ran or where another try is to tell: a
     * worker may also end because of what it did before, or at somebody else's hand.
     *
     * @param stopped those that were left out already
     * @param earlier the death of the worker that tried before, if any
     */
    @Nullable StoppedRule culprit(
            GameState state, List<StoppedRule> stopped, @Nullable Death earlier) {
        int rule = noted.rule();
        boolean again = earlier != null && earlier.noted.rule() == rule;
        if (rule == 0 || kind != Kind.TIME && !again) {
            return null;
        }
        var culprit = new StoppedRule(rule, revision(state), noted.legality(), kind.why);
        boolean known =
                stopped.stream()
                        .anyMatch(
                                each ->
                                        each.rule() == rule
                                                && each.revision() == culprit.revision());
        return known ? null : culprit;
    }

    private int revision(GameState state) {
        RuleEntry entry = state.rulebook().get(noted.rule());
        int before = entry == null ? 1 : entry.revision();
        return noted.revisions().getOrDefault(noted.rule(), before);
    }
}
