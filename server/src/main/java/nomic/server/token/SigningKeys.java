package nomic.server.token;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.helidon.security.jwt.jwk.JwkKeys;
import io.helidon.security.jwt.jwk.JwkRSA;

import nomic.server.web.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys in the data folder. The newest signs; an older one is good for as long as tokens that it
 * has signed are, so that a change of keys logs nobody out. Safe for use by many threads.
 */
public final class SigningKeys {
    static final Duration AGE = Duration.ofDays(90);
    private static final Pattern NAME = Pattern.compile("signing-key-(\\d{1,18})\\.pem");

    private final Path folder;
    private final InstantSource clock;

    /** The oldest first, never empty. */
    private volatile List<SigningKey> keys;

    /** Reads the keys of a folder; makes the first one. */
    public SigningKeys(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.keys = read(folder);
        if (keys.isEmpty()) {
            rotate();
        }
    }

    private static List<SigningKey> read(Path folder) {
        var found = new ArrayList<SigningKey>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.add(read(file, Instant.ofEpochMilli(Long.parseLong(name.group(1)))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the signing keys in " + folder, e);
        }
        found.sort(Comparator.comparing(SigningKey::made));
        return List.copyOf(found);
    }

    private static SigningKey read(Path file, Instant made) throws IOException {
        try {
            return SigningKey.read(file, made);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalStateException(
                    file + " holds no RSA key in PKCS#8; delete it to get a new one", e);
        }
    }

    /** Makes a key that signs from now on. */
    public synchronized void rotate() {
        Instant now = clock.instant();
        Instant after = keys.isEmpty() ? now : keys.getLast().made().plusMillis(1);
        Instant made = now.isAfter(after) ? now : after;
        Path file = folder.resolve("signing-key-" + made.toEpochMilli() + ".pem");
        try {
            var more = new ArrayList<>(keys);
            more.add(SigningKey.make(file, Instant.ofEpochMilli(made.toEpochMilli())));
            keys = List.copyOf(more);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the signing key " + file, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java makes RSA keys", e);
        }
    }

    /** The key that signs; a new one where that has become too old. */
    JwkRSA signing() {
        if (isOld(keys.getLast())) {
            renew();
        }
        return keys.getLast().jwk();
    }

    private boolean isOld(SigningKey key) {
        return clock.instant().isAfter(key.made().plus(AGE));
    }

    private synchronized void renew() {
        if (isOld(keys.getLast())) {
            rotate();
        }
    }

    /** The keys that tokens may be signed with. */
    JwkKeys good() {
        JwkKeys.Builder good = JwkKeys.builder();
        current().forEach(key -> good.addKey(key.jwk()));
        return good.build();
    }

    /** The public parts of these keys, as a JSON Web Key Set. */
    ObjectNode published() {
        ObjectNode set = Json.object();
        var list = set.putArray("keys");
        current().forEach(key -> list.add(key.published()));
        return set;
    }

    private List<SigningKey> current() {
        List<SigningKey> all = keys;
        if (all.size() > 1 && isOver(all.get(1))) {
            forget();
        }
        return keys;
    }

    /** Whether all tokens have expired that were signed before a key was made. */
    private boolean isOver(SigningKey next) {
        return clock.instant().isAfter(next.made().plus(Tokens.LIFETIME));
    }

    private synchronized void forget() {
        var left = new ArrayList<>(keys);
        while (left.size() > 1 && isOver(left.get(1))) {
            Path file = left.removeFirst().file();
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete the signing key " + file, e);
            }
        }
        keys = List.copyOf(left);
    }
}
