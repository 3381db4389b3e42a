package nomic.preview;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import nomic.game.Command;

/** What a preview is of. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "subject")
public sealed interface Subject {
    /** An open proposal of the game. */
    record Open(int proposal) implements Subject {}

    /** What a player thinks of proposing. */
    record Draft(String player, Command.Propose move) implements Subject {}
}
