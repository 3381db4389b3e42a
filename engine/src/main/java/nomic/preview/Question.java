package nomic.preview;

import com.fasterxml.jackson.annotation.JsonInclude;

import nomic.game.Recent;
import nomic.game.StoppedRule;

import java.util.ArrayList;
import java.util.List;

/**
 * What would come of a change: all that the answer depends on.
 *
 * @param recent the game
 * @param seed of the random turns
 * @param stopped rules that ended the process which tried to answer, in the order of the tries
 */
public record Question(
        Recent recent,
        Subject subject,
        long seed,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StoppedRule> stopped) {
    public Question {
        stopped = stopped == null ? List.of() : List.copyOf(stopped);
    }

    public Question(Recent recent, Subject subject, long seed) {
        this(recent, subject, seed, List.of());
    }

    /** The same without one more rule. */
    public Question without(StoppedRule rule) {
        var all = new ArrayList<>(stopped);
        all.add(rule);
        return new Question(recent, subject, seed, all);
    }
}
