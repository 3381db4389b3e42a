package nomic.server.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

/** A token by which somebody who has forgotten the password may set another one, once. */
@Entity
@Table(name = "password_reset")
public class PasswordReset {
    @Id String hash;

    @Column(name = "account_id")
    UUID account;

    @Column(name = "expires_at")
    Instant expires;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PasswordReset() {}

    PasswordReset(String hash, UUID account, Instant expires) {
        this.hash = hash;
        this.account = account;
        this.expires = expires;
    }
}
