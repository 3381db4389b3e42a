package nomic.server.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import nomic.log.GameId;

import java.time.Instant;

/** The row of a guest. */
@Entity
@Table(name = "game_guest")
public class StoredGuest {
    @Id String id;

    @Column(name = "game_id")
    String game;

    String player;

    @Enumerated(EnumType.STRING)
    Guest.Standing standing;

    Instant at;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredGuest() {}

    StoredGuest(GameId game, String player, Guest.Standing standing, Instant at) {
        this.id = id(game, player);
        this.game = game.value();
        this.player = player;
        this.standing = standing;
        this.at = at;
    }

    static String id(GameId game, String player) {
        return game.value() + "/" + player;
    }

    Guest guest() {
        return new Guest(new GameId(game), player, standing, at);
    }
}
