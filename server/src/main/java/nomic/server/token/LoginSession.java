package nomic.server.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import nomic.server.account.Account;

import java.time.Instant;
import java.util.UUID;

/** A log-in: one device of one account, until it ends or has not been used for long. */
@Entity
@Table(name = "login_session")
public class LoginSession {
    @Id UUID id;

    @ManyToOne
    @JoinColumn(name = "account_id")
    Account account;

    String scopes;

    String client;

    @Column(name = "created_at")
    Instant created;

    @Column(name = "used_at")
    Instant used;

    @Column(name = "expires_at")
    Instant expires;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected LoginSession() {}

    LoginSession(
            UUID id,
            Account account,
            String scopes,
            String client,
            Instant created,
            Instant expires) {
        this.id = id;
        this.account = account;
        this.scopes = scopes;
        this.client = client;
        this.created = created;
        this.used = created;
        this.expires = expires;
    }
}
