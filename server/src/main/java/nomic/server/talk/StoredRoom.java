package nomic.server.talk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import nomic.log.GameId;

/** The talk of one game. Who writes locks its row, so that messages are seen in their order. */
@Entity
@Table(name = "talk_room")
public class StoredRoom {
    @Id
    @Column(name = "game_id")
    String game;

    long last;
    boolean spectators;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredRoom() {}

    StoredRoom(GameId game) {
        this.game = game.value();
    }
}
