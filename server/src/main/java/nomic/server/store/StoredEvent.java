package nomic.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import nomic.game.Canonical;
import nomic.game.Envelope;
import nomic.game.Occurrence;
import nomic.log.Entry;
import nomic.log.Recorded;

import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An event of a decided command. */
@Entity
@Immutable
@Table(name = "game_event")
class StoredEvent {
    @EmbeddedId Key key;

    long position;
    String type;
    String payload;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Embeddable
    record Key(@Column(name = "game_id") String game, long seq) {}

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredEvent() {}

    private StoredEvent(Entry entry, Recorded recorded, Instant recordedAt) {
        key = new Key(entry.game().value(), recorded.seq());
        position = entry.position();
        type = recorded.occurrence().event().getClass().getSimpleName();
        payload = Canonical.text(recorded.occurrence());
        this.recordedAt = recordedAt;
    }

    static List<StoredEvent> of(Entry entry, Instant recordedAt) {
        return entry.recorded().stream()
                .map(recorded -> new StoredEvent(entry, recorded, recordedAt))
                .toList();
    }

    Recorded recorded(Map<Long, Envelope> envelopes) {
        Envelope envelope =
                Objects.requireNonNull(
                        envelopes.get(position), () -> "Event " + key + " has no command");
        return new Recorded(
                key.seq(), envelope.at(), envelope.player(), envelope.id(), occurrence());
    }

    Occurrence occurrence() {
        return Canonical.read(payload, Occurrence.class);
    }
}
