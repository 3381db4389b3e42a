package nomic.server.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import nomic.server.account.Account;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A personal token: what its owner gives to a program instead of the password. */
@Entity
@Table(name = "api_token")
public class ApiToken {
    @Id UUID id;

    @ManyToOne
    @JoinColumn(name = "account_id")
    Account account;

    String name;

    String hash;

    String scopes;

    @Column(name = "created_at")
    Instant created;

    /** Null where it was never used. */
    @Column(name = "used_at")
    @Nullable Instant used;

    @Column(name = "expires_at")
    Instant expires;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected ApiToken() {}

    ApiToken(
            UUID id,
            Account account,
            String name,
            String hash,
            String scopes,
            Instant created,
            Instant expires) {
        this.id = id;
        this.account = account;
        this.name = name;
        this.hash = hash;
        this.scopes = scopes;
        this.created = created;
        this.expires = expires;
    }
}
