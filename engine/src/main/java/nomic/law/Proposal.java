package nomic.law;

import java.time.Instant;

/**
 * A numbered proposal to change the rulebook.
 *
 * @param target the present number of the rule that it would change; 0 for an enactment
 * @param turn the number of the turn in which it was made; 0 before the first turn
 * @param revision which of its texts is voted on, from 1
 * @param adopts whether the proposed code can adopt a proposal
 * @param opened when its vote was opened, or when it was made while it is in debate
 */
public record Proposal(
        int number,
        String author,
        Kind kind,
        int target,
        String title,
        Status status,
        int turn,
        int revision,
        boolean adopts,
        Instant opened) {
    /** True until its vote is closed. */
    public boolean isOpen() {
        return status == Status.DEBATE || status == Status.VOTING;
    }

    public int getNumber() {
        return number;
    }

    public String getAuthor() {
        return author;
    }

    public Kind getKind() {
        return kind;
    }

    public int getTarget() {
        return target;
    }

    public String getTitle() {
        return title;
    }

    public Status getStatus() {
        return status;
    }

    public int getTurn() {
        return turn;
    }

    public int getRevision() {
        return revision;
    }

    public boolean isAdopts() {
        return adopts;
    }

    public Instant getOpened() {
        return opened;
    }
}
