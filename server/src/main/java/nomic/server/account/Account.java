package nomic.server.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Who may log in. */
@Entity
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

    private @Nullable String look;

    private boolean bot;

    private boolean administrator;

    private @Nullable String email;

    @Column(name = "suspended_at")
    private @Nullable Instant suspendedAt;

    private @Nullable String suspension;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(
            UUID id,
            String name,
            String nameKey,
            String look,
            String passwordHash,
            Instant createdAt,
            boolean bot) {
        this.id = id;
        this.name = name;
        this.nameKey = nameKey;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
        this.look = look;
        this.bot = bot;
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

    /** What the name looks like; null where an older account looks alike. */
    @Nullable String look() {
        return look;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Whether a program plays under this name, as its owner says. */
    public boolean bot() {
        return bot;
    }

    /** Where mail to its owner goes; null where the owner has named no address. */
    public @Nullable String email() {
        return email;
    }

    /** Since when nobody can act with it; null where its owner can. */
    public @Nullable Instant suspendedAt() {
        return suspendedAt;
    }

    /** Why it is suspended; null where it is not. */
    public @Nullable String suspension() {
        return suspension;
    }

    /** When its owner deleted it; null where it is there. */
    @Nullable Instant deletedAt() {
        return deletedAt;
    }

    /** Whether its owner may act as an administrator of the server. */
    public boolean administrator() {
        return administrator;
    }
}
