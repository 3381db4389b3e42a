package nomic.server.account;

import nomic.server.work.Workers;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;

/** Hashes and checks passwords. Safe for use by many threads. */
public final class Passwords {
    private static final int SALT_LENGTH = 16;

    private final Workers workers;
    private final SecureRandom random = new SecureRandom();
    private final PasswordHash nobody = PasswordHash.of("", salt());

    public Passwords(Workers workers) {
        this.workers = workers;
    }

    /** The text to be stored for a password; null where too many wait already. */
    public @Nullable String hash(String password) {
        return workers.inTurn(() -> PasswordHash.of(password, salt()).text());
    }

    /**
     * Whether a password belongs to a stored hash; null where too many wait already. For no hash at
     * all the answer is no, and takes as long as for a wrong password.
     */
    public @Nullable Boolean matches(@Nullable String hash, String password) {
        return workers.inTurn(
                () -> {
                    boolean right = held(hash).matches(password);
                    return right && hash != null;
                });
    }

    /** What a password is held against; that of nobody is as much work. */
    PasswordHash held(@Nullable String hash) {
        return hash == null ? nobody : PasswordHash.parse(hash);
    }

    /**
     * A better hash of a right password, where the stored one is of a time when less work was
     * thought enough; null where it is good, or where too many wait already.
     */
    public @Nullable String renewed(String hash, String password) {
        return PasswordHash.parse(hash).isWeak() ? hash(password) : null;
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }
}
