package nomic.client;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A log-in with name and password. One thread at a time renews the access token, and the others
 * take what it got: a refresh token is good once. Where it is no longer good, or its answer was
 * lost, the password begins another log-in.
 */
final class Login {
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final Wire wire;
    private final String name;
    private final String password;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile Tokens tokens;

    /**
     * Tokens of one moment.
     *
     * @param late from when on the access token is about to expire, by the clock of this process
     */
    private record Tokens(String access, String refresh, long late) {
        static Tokens of(JsonNode granted) {
            Duration good = Duration.ofSeconds(granted.path("expires_in").asLong()).minus(EARLY);
            return new Tokens(
                    granted.path("access_token").asText(),
                    granted.path("refresh_token").asText(),
                    System.nanoTime() + good.toNanos());
        }

        boolean expires() {
            return System.nanoTime() - late > 0;
        }
    }

    /** Logs in. */
    Login(Wire wire, String name, String password) {
        this.wire = wire;
        this.name = name;
        this.password = password;
        this.tokens = byPassword();
    }

    String token() {
        Tokens held = tokens;
        if (held.expires()) {
            renew(held.access());
        }
        return tokens.access();
    }

    /** Whether there is another token than a stale one. */
    boolean renew(@Nullable String stale) {
        renewing.lock();
        try {
            if (tokens.access().equals(stale)) {
                tokens = renewed();
            }
            return true;
        } finally {
            renewing.unlock();
        }
    }

    private Tokens renewed() {
        try {
            return Tokens.of(
                    grant(
                            Map.of(
                                    "grant_type",
                                    "refresh_token",
                                    "refresh_token",
                                    tokens.refresh()),
                            false));
        } catch (Refused | UncheckedIOException e) {
            return byPassword();
        }
    }

    private Tokens byPassword() {
        return Tokens.of(
                grant(
                        Map.of("grant_type", "password", "username", name, "password", password),
                        true));
    }

    private JsonNode grant(Map<String, String> form, boolean again) {
        return wire.send(Call.form("/token", form, again), new Credentials.Stranger());
    }
}
