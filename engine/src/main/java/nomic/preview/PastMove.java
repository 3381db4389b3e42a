package nomic.preview;

import nomic.game.Occurrence;

import java.util.List;

/**
 * One of the last commands, decided again as if the change had been in force before it.
 *
 * @param id of the command
 * @param player who gave it; empty where time passed
 * @param move what it was, such as {@code end-turn}
 * @param refused why it was refused; empty where it was carried out
 * @param wouldBeRefused the same under the change
 * @param missing events that would not have happened
 * @param added events that would have happened instead or besides
 */
public record PastMove(
        String id,
        String player,
        String move,
        String refused,
        String wouldBeRefused,
        List<Occurrence> missing,
        List<Occurrence> added) {
    public PastMove {
        missing = List.copyOf(missing);
        added = List.copyOf(added);
    }

    /** Whether anything is different. */
    public boolean differs() {
        return !refused.equals(wouldBeRefused) || !missing.isEmpty() || !added.isEmpty();
    }
}
