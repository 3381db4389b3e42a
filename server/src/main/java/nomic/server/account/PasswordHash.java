package nomic.server.account;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash with the parameters that made it. Its text is the PHC form {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}, so that parameters can change and old hashes remain.
 *
 * @param memory in KiB
 */
record PasswordHash(int memory, int iterations, int lanes, byte[] salt, byte[] hash) {
    private static final Pattern TEXT =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");
    private static final int MEMORY = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int LENGTH = 32;

    /** Hashes a password with the parameters for new passwords. */
    static PasswordHash of(String password, byte[] salt) {
        return new PasswordHash(
                MEMORY,
                ITERATIONS,
                LANES,
                salt,
                argon2(password, MEMORY, ITERATIONS, LANES, salt, LENGTH));
    }

    static PasswordHash parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "A stored password is no argon2id hash of version 19");
        }
        return new PasswordHash(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Base64.getDecoder().decode(parts.group(4)),
                Base64.getDecoder().decode(parts.group(5)));
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        memory,
                        iterations,
                        lanes,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    /** Whether new passwords are hashed with more work. */
    boolean isWeak() {
        return memory < MEMORY || iterations < ITERATIONS;
    }

    boolean matches(String password) {
        byte[] other = argon2(password, memory, iterations, lanes, salt, hash.length);
        return MessageDigest.isEqual(hash, other);
    }

    private static byte[] argon2(
            String password, int memory, int iterations, int lanes, byte[] salt, int length) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memory)
                        .withIterations(iterations)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[length];
        argon2.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
