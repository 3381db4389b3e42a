package nomic.server.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.UUID;

/** Who may log in. */
@Entity
@Immutable
@Table(name = "account")
public class Account {
    @Id private UUID id;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(UUID id, String name, String nameKey, String passwordHash, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.nameKey = nameKey;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    /** The name as its owner writes it. */
    public String name() {
        return name;
    }

    /** The name as it is compared: no two accounts have the same. */
    String nameKey() {
        return nameKey;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
