package nomic.log;

import nomic.game.Envelope;
import nomic.game.Occurrence;
import nomic.game.Outcome;

import java.util.List;

/**
 * A decided command as it stands in the log, refused ones too.
 *
 * @param position counts the commands of a game from 1
 * @param firstSeq the sequence number of its first event; {@code lastSeq + 1} where it has none
 * @param lastSeq the head of the game after it
 * @param rulebookHash of the rulebook that decided it
 * @param stateHash of the state after it
 * @param previous the link of the entry before
 * @param link SHA-256 over {@code previous} and the canonical bytes of this entry
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
        String link) {}
