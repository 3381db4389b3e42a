package nomic.server.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import nomic.log.Tenure;

import org.jspecify.annotations.Nullable;

/** The one row of a game that decides who may append, and after what. */
@Entity
@Table(name = "game")
class StoredGame {
    @Id
    @Column(name = "game_id")
    String game;

    @Column(insertable = false, updatable = false)
    long number;

    @Column(name = "head_seq")
    long head;

    long position;
    long epoch;
    String owner;
    @Nullable String quarantine;
    String link;
    @Nullable String imported;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredGame() {}

    StoredGame(String game, String owner, String link) {
        this.game = game;
        this.owner = owner;
        this.link = link;
        this.epoch = 1;
    }

    /** A game that was played elsewhere, and is over. */
    StoredGame(String game, String owner, Tenure end, String imported) {
        this(game, owner, end.link());
        this.head = end.head();
        this.position = end.position();
        this.imported = imported;
        this.quarantine = "It was imported from a record, and can be read.";
    }

    Tenure tenure() {
        return new Tenure(epoch, head, position, link);
    }
}
