package nomic.worker;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import nomic.code.Built;
import nomic.code.RuleSource;
import nomic.game.Envelope;
import nomic.game.GameState;
import nomic.preview.Question;

import org.jspecify.annotations.Nullable;

/** What a worker is asked, one question at a time. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ask")
sealed interface ToWorker {
    /**
     * Decides a command.
     *
     * @param stateHash of the state before it
     * @param state null where the worker should still have it
     */
    record Decide(String stateHash, @Nullable GameState state, Envelope envelope)
            implements ToWorker {}

    /** Checks the code of a rule and compiles it. */
    record Compile(RuleSource source) implements ToWorker {}

    /** Says what a change would do. */
    record Preview(Question question) implements ToWorker {}

    /** Plays the tests of rules, see {@link nomic.preview.Tester}. */
    record Test(GameState before, GameState after, int rule) implements ToWorker {}

    /** From now on it shall open nothing and reach nobody. */
    record Confine() implements ToWorker {}

    /** The answer to {@link FromWorker.NeedsCode}. */
    record Code(Built built) implements ToWorker {}
}
