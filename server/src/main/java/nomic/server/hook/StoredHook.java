package nomic.server.hook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The row of a webhook. */
@Entity
@Table(name = "webhook")
public class StoredHook {
    @Id UUID id;

    String account;
    String url;
    String secret;
    String types;

    @Column(name = "game_id")
    @Nullable String game;

    @Column(name = "created_at")
    Instant created;

    @Column(name = "failing_since")
    @Nullable Instant failing;

    @Column(name = "disabled_at")
    @Nullable Instant disabledAt;

    @Nullable String disabled;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected StoredHook() {}

    StoredHook(String account, Wish wish, String secret, Instant created) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.url = wish.url();
        this.secret = secret;
        this.types = String.join(" ", wish.types());
        this.game = wish.game();
        this.created = created;
    }

    /** Whether it is to be called about something of a game. */
    boolean wants(String type, String ofGame) {
        return disabled == null && (game == null || game.equals(ofGame)) && types().contains(type);
    }

    private List<String> types() {
        return List.of(types.split(" "));
    }

    Hook hook() {
        return new Hook(id, url, types(), game, created, failing, disabled);
    }
}
