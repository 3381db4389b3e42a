package nomic.server.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import nomic.log.GameId;

/** How far the log of a game was read. */
@Entity
@Table(name = "notice_place")
public class StoredPlace {
    @Id
    @Column(name = "game_id")
    String game;

    long seq;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredPlace() {}

    StoredPlace(GameId game, long seq) {
        this.game = game.value();
        this.seq = seq;
    }
}
