package nomic.server.hook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** The row of a call. */
@Entity
@Table(name = "webhook_delivery")
public class StoredDelivery {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long number;

    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "webhook_id")
    StoredHook hook;

    String type;

    @Column(name = "game_id")
    @Nullable String game;

    String body;

    @Column(name = "created_at")
    Instant created;

    @Enumerated(EnumType.STRING)
    Delivery.Status status;

    int attempts;

    @Column(name = "next_at")
    @Nullable Instant next;

    @Column(name = "tried_at")
    @Nullable Instant tried;

    @Nullable Integer answer;
    @Nullable String error;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredDelivery() {}

    StoredDelivery(
            StoredHook hook, String type, @Nullable String game, String body, Instant created) {
        this.id = UUID.randomUUID();
        this.hook = hook;
        this.type = type;
        this.game = game;
        this.body = body;
        this.created = created;
        this.status = Delivery.Status.PENDING;
        this.next = created;
    }

    Delivery delivery() {
        return new Delivery(
                number == null ? 0 : number,
                id,
                type,
                created,
                status,
                attempts,
                status == Delivery.Status.PENDING ? next : null,
                tried,
                answer,
                error);
    }
}
