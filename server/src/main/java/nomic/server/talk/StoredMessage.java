package nomic.server.talk;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The row of a message. */
@Entity
@Table(name = "talk_message")
public class StoredMessage {
    @EmbeddedId Key key;

    long changed;
    Instant at;
    String author;
    int proposal;
    String text;

    @Column(name = "command_id")
    String command;

    boolean deleted;

    @Enumerated(EnumType.STRING)
    @Column(name = "hidden_by")
    Message.@Nullable Remover hiddenBy;

    @Nullable String reason;

    /** Where a message stands. */
    @Embeddable
    record Key(@Column(name = "game_id") String game, long number) {}

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredMessage() {}

    StoredMessage(Key key, Instant at, String command, Draft draft) {
        this.key = key;
        this.changed = key.number();
        this.at = at;
        this.author = draft.author();
        this.proposal = draft.proposal();
        this.text = draft.text();
        this.command = command;
    }

    boolean says(Draft draft) {
        return deleted || (text.equals(draft.text()) && proposal == draft.proposal());
    }

    Message message() {
        return new Message(
                key.number(),
                changed,
                at,
                author,
                proposal == 0 ? null : proposal,
                removed() == null ? text : null,
                removed());
    }

    private Message.@Nullable Removed removed() {
        if (deleted) {
            return new Message.Removed(Message.Remover.AUTHOR, null);
        }
        return hiddenBy == null ? null : new Message.Removed(hiddenBy, reason);
    }
}
