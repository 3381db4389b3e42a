package nomic.session;

import nomic.game.Event;
import nomic.game.Refusal;
import nomic.law.Move;

import java.util.List;

/** A command that the kernel has looked at before any rule. */
sealed interface Prepared {
    /**
     * It is well-formed.
     *
     * @param name the name of the move in causes
     * @param record what it changes by itself
     */
    record Ready(String name, Move move, List<Event> record) implements Prepared {}

    /**
     * An order of the game master, or a fork, which no rule judges.
     *
     * @param name as of a move
     * @param noticed whether rules can see what it changes
     */
    record Ordered(String name, List<Event> record, boolean noticed) implements Prepared {}

    /** The founding of a game; no rules are there to judge it. */
    record Founding(Event.GameCreated event) implements Prepared {}

    /** It is malformed or names what does not exist. */
    record Refused(Refusal refusal) implements Prepared {}

    static Prepared ready(String name, Move move, Event... record) {
        return new Ready(name, move, List.of(record));
    }

    /** Refuses; {@code hint} is a next step. */
    static Prepared no(Refusal.Problem problem, String reason, String hint) {
        return new Refused(new Refusal.Malformed(problem, reason, hint));
    }

    static Prepared bad(String reason, String hint) {
        return no(Refusal.Problem.BAD_ARGUMENT, reason, hint);
    }
}
