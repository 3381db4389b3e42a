package nomic.server.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

/** The row of a door. */
@Entity
@Table(name = "game_door")
public class StoredDoor {
    @Id
    @Column(name = "game_id")
    String game;

    @Enumerated(EnumType.STRING)
    Visibility visibility;

    boolean approval;

    @Column(name = "link_hash")
    @Nullable String linkHash;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredDoor() {}

    StoredDoor(String game, Visibility visibility, boolean approval) {
        this.game = game;
        this.visibility = visibility;
        this.approval = approval;
    }

    Door door() {
        return new Door(visibility, approval, linkHash != null);
    }
}
