package nomic.server.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A refresh token that was issued for a log-in. */
@Entity
@Table(name = "refresh_token")
public class RefreshToken {
    @Id String hash;

    @Column(name = "session_id")
    UUID session;

    /** When it was exchanged for the next one; null as long as it is good. */
    @Column(name = "spent_at")
    @Nullable Instant spent;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected RefreshToken() {}

    RefreshToken(String hash, UUID session) {
        this.hash = hash;
        this.session = session;
    }
}
