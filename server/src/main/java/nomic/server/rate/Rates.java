package nomic.server.rate;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

import nomic.server.web.Problem;
import nomic.server.web.ProblemType;
import nomic.server.web.Request;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts requests in buckets that fill up again evenly. Only those who asked last have a bucket, so
 * that memory is bounded. Safe for use by many threads.
 */
public final class Rates {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_BUCKETS = 20_000;
    private static final long SECOND = 1_000_000_000;

    private final RateLimits limits;
    private final boolean behindProxy;
    private final InstantSource clock;
    private final Places sockets;
    private final Places streams;
    private final Map<RatePolicy, Map<String, Bucket>> buckets = new EnumMap<>(RatePolicy.class);

    /**
     * @param behindProxy whether the last address in {@code X-Forwarded-For} is that of the client
     */
    public Rates(RateLimits limits, boolean behindProxy, InstantSource clock) {
        this.limits = limits;
        this.behindProxy = behindProxy;
        this.clock = clock;
        this.sockets = new Places("sockets", limits.of(RatePolicy.SOCKET));
        this.streams = new Places("streams", limits.of(RatePolicy.STREAM));
        for (RatePolicy policy : RatePolicy.values()) {
            buckets.put(policy, new LatestBuckets());
        }
    }

    /** Counts a request of its address; rejects one too many. */
    public void enter(Request request) {
        spend(request, RatePolicy.ADDRESS, Address.of(request, behindProxy));
    }

    /** Counts a request for which a password is hashed. */
    public void login(Request request) {
        spend(request, RatePolicy.LOGIN, Address.of(request, behindProxy));
    }

    /** Counts a log-in under a name, whether somebody has it or not. */
    public void name(Request request, String name) {
        spend(request, RatePolicy.NAME, name);
    }

    /** Counts a request of an account. */
    public void account(Request request, String account) {
        spend(request, RatePolicy.ACCOUNT, account);
    }

    /** Counts a release of a game from quarantine by its master. */
    public void release(Request request, String account) {
        spend(request, RatePolicy.RELEASE, account);
    }

    /** Counts something that an account says. */
    public void talk(Request request, String account) {
        spend(request, RatePolicy.TALK, account);
    }

    /** Counts a webhook that an account makes or has called. */
    public void call(Request request, String account) {
        spend(request, RatePolicy.CALL, account);
    }

    /** Where a connection comes from, as far as one person has it. */
    public String address(InetAddress peer, @Nullable String forwarded) {
        return Address.of(peer, behindProxy ? forwarded : null);
    }

    /** Where a request comes from, as far as one person has it. */
    public String address(Request request) {
        return Address.of(request, behindProxy);
    }

    /** Counts a frame of an account; a problem where it is one too many. */
    public @Nullable Problem frame(String account) {
        return counted(RatePolicy.ACCOUNT, account);
    }

    /** Counts a socket, or a frame without a token; a problem where it is one too many. */
    public @Nullable Problem nameless(String address) {
        return counted(RatePolicy.ADDRESS, address);
    }

    private @Nullable Problem counted(RatePolicy policy, String key) {
        ConsumptionProbe probe = probe(policy, key);
        return probe == null || probe.isConsumed() ? null : exceeded(policy, probe);
    }

    /** The sockets that are open. */
    public Places sockets() {
        return sockets;
    }

    /** The streams that are open. */
    public Places streams() {
        return streams;
    }

    private void spend(Request request, RatePolicy policy, String key) {
        ConsumptionProbe probe = probe(policy, key);
        if (probe == null) {
            return;
        }
        String name = "\"" + policy.word() + "\"";
        request.answerWith(
                "RateLimit-Policy", name + ";q=" + limits.of(policy) + ";w=" + WINDOW.toSeconds());
        request.answerWith(
                "RateLimit",
                name
                        + ";r="
                        + probe.getRemainingTokens()
                        + ";t="
                        + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            throw exceeded(policy, probe).rejection();
        }
    }

    private @Nullable ConsumptionProbe probe(RatePolicy policy, String key) {
        if (limits.of(policy) == 0) {
            return null;
        }
        Map<String, Bucket> some = buckets.get(policy);
        if (some == null) {
            throw new IllegalStateException("No buckets for " + policy);
        }
        Bucket bucket;
        synchronized (some) {
            bucket = some.computeIfAbsent(key, _ -> full(limits.of(policy)));
        }
        return bucket.tryConsumeAndReturnRemaining(1);
    }

    private Bucket full(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .withCustomTimePrecision(new Time(clock))
                .build();
    }

    private Problem exceeded(RatePolicy policy, ConsumptionProbe probe) {
        String what =
                switch (policy) {
                    case ADDRESS -> "requests from this address";
                    case ACCOUNT -> "requests of this account";
                    case LOGIN -> "log-ins from this address";
                    case NAME -> "log-ins under this name";
                    case RELEASE -> "releases by one game master";
                    case TALK -> "messages of this account";
                    case CALL -> "calls of webhooks for this account";
                    case SOCKET, STREAM ->
                            throw new IllegalArgumentException(policy + " has no rate");
                };
        long seconds = Math.max(1, seconds(probe.getNanosToWaitForRefill()));
        return ProblemType.RATE_LIMITED
                .because(
                        "%d %s are answered in a minute; wait %d s."
                                .formatted(limits.of(policy), what, seconds))
                .withHeader("Retry-After", Long.toString(seconds));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, SECOND);
    }

    private record Time(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * SECOND + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    private static final class LatestBuckets extends LinkedHashMap<String, Bucket> {
        private static final long serialVersionUID = 1;

        LatestBuckets() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_BUCKETS;
        }
    }
}
