package nomic.server.talk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import nomic.log.GameId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The row of a report. */
@Entity
@Table(name = "talk_report")
public class StoredReport {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long number;

    @Column(name = "game_id")
    String game;

    long message;
    String author;
    String text;
    String reporter;
    String reason;
    Instant at;

    @Column(name = "closed_at")
    @Nullable Instant closed;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredReport() {}

    StoredReport(GameId game, Message message, String reporter, String reason, Instant at) {
        this.game = game.value();
        this.message = message.number();
        this.author = message.author();
        this.text = message.text() == null ? "" : message.text();
        this.reporter = reporter;
        this.reason = reason;
        this.at = at;
    }

    Report report() {
        return new Report(
                number == null ? 0 : number,
                game,
                message,
                author,
                text,
                reporter,
                reason,
                at,
                closed);
    }
}
