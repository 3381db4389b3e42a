package nomic.log;

import nomic.game.Envelope;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Use;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A decided command as it stands in the log, refused ones too.
 *
 * @param position counts the commands of a game from 1
 * @param firstSeq the sequence number of its first event; {@code lastSeq + 1} where it has none
 * @param lastSeq the head of the game after it
 * @param rulebookHash of the rulebook that decided it
 * @param stateHash of the state after it
 * @param previous the link of the entry before
 * @param link SHA-256 over {@code previous} and the canonical bytes of this entry but its use
 * @param use of each rule that used anything, by id; empty where it was not recorded
 */
public record Entry(
        GameId game,
        long epoch,
        long position,
        Envelope envelope,
        Outcome outcome,
        List<Occurrence> events,
        long firstSeq,
        long lastSeq,
        String rulebookHash,
        String stateHash,
        String previous,
        String link,
        SortedMap<Integer, Use> use) {
    public Entry {
        events = List.copyOf(events);
        use = Collections.unmodifiableSortedMap(new TreeMap<>(use));
    }

    /** The right to append the next entry, for the writer of this one. */
    public Tenure tenure() {
        return new Tenure(epoch, lastSeq, position, link);
    }

    /** Its events as readers of the log see them. */
    public List<Recorded> recorded() {
        List<Recorded> recorded = new ArrayList<>(events.size());
        for (Occurrence occurrence : events) {
            recorded.add(
                    new Recorded(
                            firstSeq + recorded.size(),
                            envelope.at(),
                            envelope.player(),
                            envelope.id(),
                            occurrence));
        }
        return recorded;
    }

    Entry withLink(String sealed) {
        return new Entry(
                game,
                epoch,
                position,
                envelope,
                outcome,
                events,
                firstSeq,
                lastSeq,
                rulebookHash,
                stateHash,
                previous,
                sealed,
                use);
    }
}
