package nomic.server.talk;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What somebody has said in a game. The text is plain, and none of it is markup.
 *
 * @param number orders the messages of a game; numbers have gaps
 * @param changed grows with each change in the game's talk; at first it is the number
 * @param proposal what it is about; null for the game as a whole
 * @param text null where it was removed
 * @param removed null where it stands
 */
public record Message(
        long number,
        long changed,
        Instant at,
        String author,
        @Nullable Integer proposal,
        @Nullable String text,
        @Nullable Removed removed) {
    /**
     * @param reason null where its author did
     */
    public record Removed(Remover by, @Nullable String reason) {}

    /** Who has removed a message. */
    public enum Remover {
        AUTHOR,
        MASTER,
        ADMINISTRATOR
    }

    boolean isHiddenByAdministrator() {
        return removed != null && removed.by == Remover.ADMINISTRATOR;
    }
}
