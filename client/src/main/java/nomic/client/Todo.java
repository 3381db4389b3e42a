package nomic.client;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a game waits for from you.
 *
 * @param game the id of the game
 * @param name that of the game
 * @param proposal to vote on; null but for {@link What#VOTE}
 * @param action the name of an offer; null but for {@link What#ACT}
 * @param caseNumber to judge; null but for {@link What#JUDGE}
 * @param player who asks to be let in; null but for {@link What#LET_IN}
 */
public record Todo(
        String game,
        String name,
        What what,
        @Nullable Integer proposal,
        @Nullable String action,
        @Nullable Integer caseNumber,
        @Nullable String player) {
    /** What is to be done. */
    public enum What {
        /** You are the master of a game that has players and is not started. */
        START,
        /** The turn is yours. */
        TURN,
        /** A ballot of yours is missing; on your own proposal in debate it opens the vote. */
        VOTE,
        /** An action is open to you. */
        ACT,
        /** You are the Judge of a case. */
        JUDGE,
        /** Somebody wants to join your game. */
        @JsonProperty("let-in")
        LET_IN,
        /** You are invited. */
        JOIN,
        /** Something that this client does not know. */
        @JsonEnumDefaultValue
        OTHER
    }
}
