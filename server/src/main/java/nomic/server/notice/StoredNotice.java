package nomic.server.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The row of a notice. */
@Entity
@Table(name = "notice")
public class StoredNotice {
    @EmbeddedId Key key;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column(name = "game_id")
    String game;

    String origin;
    @Nullable Long seq;
    @Nullable Integer proposal;

    @Column(name = "case_number")
    @Nullable Integer caseNumber;

    @Nullable Long message;
    @Nullable String player;
    Instant at;

    /** Where a notice stands. */
    @Embeddable
    record Key(String account, long number) {}

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredNotice() {}

    StoredNotice(Key key, News news) {
        this.key = key;
        this.origin = news.origin();
        Notice notice = news.notice();
        this.kind = notice.kind();
        this.game = notice.game();
        this.seq = notice.seq();
        this.proposal = notice.proposal();
        this.caseNumber = notice.caseNumber();
        this.message = notice.message();
        this.player = notice.player();
        this.at = notice.at();
    }

    Notice notice() {
        return new Notice(key.number(), kind, game, at, seq, proposal, caseNumber, message, player);
    }
}
