package nomic.server.talk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import nomic.log.GameId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The row of somebody who may not write in a game. */
@Entity
@Table(name = "talk_mute")
public class StoredMute {
    @Id String id;

    @Column(name = "game_id")
    String game;

    String player;
    String reason;
    Instant at;

    @Column(name = "until")
    @Nullable Instant end;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredMute() {}

    StoredMute(GameId game, Mute mute) {
        this.id = id(game, mute.player());
        this.game = game.value();
        this.player = mute.player();
        this.reason = mute.reason();
        this.at = mute.at();
        this.end = mute.until();
    }

    static String id(GameId game, String player) {
        return game.value() + "/" + player;
    }

    Mute mute() {
        return new Mute(player, reason, at, end);
    }
}
