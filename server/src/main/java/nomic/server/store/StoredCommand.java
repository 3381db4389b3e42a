package nomic.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import nomic.game.Canonical;
import nomic.game.Envelope;
import nomic.game.Occurrence;
import nomic.game.Outcome;
import nomic.game.Use;
import nomic.log.Entry;
import nomic.log.GameId;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A decided command without its events. */
@Entity
@Immutable
@Table(name = "game_command")
class StoredCommand {
    private static final TypeReference<TreeMap<Integer, Use>> USE = new TypeReference<>() {};

    @EmbeddedId Key key;

    String player;

    @Column(name = "command_id")
    String command;

    String envelope;
    String outcome;

    @Column(name = "first_seq")
    long firstSeq;

    @Column(name = "last_seq")
    long lastSeq;

    @Column(name = "rulebook_hash")
    String rulebookHash;

    @Column(name = "state_hash")
    String stateHash;

    String previous;
    String link;

    @Column(name = "rule_use")
    @Nullable String use;

    long epoch;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Embeddable
    record Key(@Column(name = "game_id") String game, long position) {}

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredCommand() {}

    StoredCommand(Entry entry, Instant recordedAt) {
        key = new Key(entry.game().value(), entry.position());
        player = entry.envelope().player();
        command = entry.envelope().id();
        envelope = Canonical.text(entry.envelope());
        outcome = Canonical.text(entry.outcome());
        firstSeq = entry.firstSeq();
        lastSeq = entry.lastSeq();
        rulebookHash = entry.rulebookHash();
        stateHash = entry.stateHash();
        previous = entry.previous();
        link = entry.link();
        use = entry.use().isEmpty() ? null : Canonical.text(entry.use());
        epoch = entry.epoch();
        this.recordedAt = recordedAt;
    }

    Envelope readEnvelope() {
        return Canonical.read(envelope, Envelope.class);
    }

    private SortedMap<Integer, Use> readUse() {
        String text = use;
        if (text == null) {
            return new TreeMap<>();
        }
        try {
            return Canonical.json().readValue(text, USE);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Cannot read what rules have used", e);
        }
    }

    Entry entry(List<Occurrence> events) {
        return new Entry(
                new GameId(key.game()),
                epoch,
                key.position(),
                readEnvelope(),
                Canonical.read(outcome, Outcome.class),
                events,
                firstSeq,
                lastSeq,
                rulebookHash,
                stateHash,
                previous,
                link,
                readUse());
    }
}
