package nomic.record;

import static java.util.Objects.requireNonNull;

import nomic.game.Envelope;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.log.Entry;
import nomic.log.GameId;

import java.util.List;
import java.util.TreeMap;

/** An entry of a log without what only its database needs: who wrote it, and what rules used. */
record RecordEntry(
        long position,
        Envelope envelope,
        Outcome outcome,
        List<Occurrence> events,
        long firstSeq,
        long lastSeq,
        String rulebookHash,
        String stateHash,
        String previous,
        String link) {
    /** All entries of a file have the same epoch, since nobody takes a file over. */
    static final long EPOCH = 1;

    RecordEntry {
        requireNonNull(envelope);
        requireNonNull(envelope.id());
        requireNonNull(envelope.player());
        requireNonNull(envelope.at());
        requireNonNull(envelope.seed());
        requireNonNull(envelope.command());
        requireNonNull(outcome);
        requireNonNull(rulebookHash);
        requireNonNull(stateHash);
        requireNonNull(previous);
        requireNonNull(link);
        events = List.copyOf(events);
    }

    static RecordEntry of(Entry entry) {
        return new RecordEntry(
                entry.position(),
                entry.envelope(),
                entry.outcome(),
                entry.events(),
                entry.firstSeq(),
                entry.lastSeq(),
                entry.rulebookHash(),
                entry.stateHash(),
                entry.previous(),
                entry.link());
    }

    Entry entry(GameId game) {
        return new Entry(
                game,
                EPOCH,
                position,
                envelope,
                outcome,
                events,
                firstSeq,
                lastSeq,
                rulebookHash,
                stateHash,
                previous,
                link,
                new TreeMap<>());
    }
}
