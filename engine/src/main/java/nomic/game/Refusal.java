package nomic.game;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import nomic.code.Diagnostic;

import java.util.List;

/** Why a command was refused. Nothing has changed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "refusal")
public sealed interface Refusal {
    /** What the player is told. */
    String reason();

    /** A rule in force forbids the move. */
    record Forbidden(int rule, int revision, String name, String reason) implements Refusal {}

    /** The move names what does not exist or cannot be made at all; {@code hint} is a next step. */
    record Malformed(Problem problem, String reason, String hint) implements Refusal {}

    /** The code of a proposal does not check, or its tests fail. */
    record Unchecked(List<Diagnostic> diagnostics) implements Refusal {
        @Override
        public String reason() {
            Diagnostic first = diagnostics.getFirst();
            return first.code().equals(Diagnostic.TEST_FAILED)
                    ? first.message()
                    : "The code does not check: " + first.message();
        }
    }

    /** A rule broke while it judged the move. */
    record Faulted(int rule, String reason) implements Refusal {}

    /** What is wrong with a malformed move. */
    enum Problem {
        UNKNOWN_GAME,
        GAME_EXISTS,
        NOT_A_PLAYER,
        ALREADY_JOINED,
        NAME_TAKEN,
        NOT_STARTED,
        ALREADY_STARTED,
        GAME_OVER,
        PAUSED,
        NOT_PAUSED,
        UNKNOWN_PLAYER,
        RULE_NOT_IN_FORCE,
        RULE_NOT_SUSPENDED,
        NOT_THE_MASTER,
        NO_PLAYERS,
        UNKNOWN_RULE,
        UNKNOWN_PROPOSAL,
        VOTE_CLOSED,
        UNKNOWN_CASE,
        CASE_CLOSED,
        NOT_A_DEAD_END,
        TEXT_CHANGED,
        UNKNOWN_ACTION,
        BAD_ARGUMENT
    }
}
