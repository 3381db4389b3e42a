package nomic.server.rate;

import nomic.server.web.Problem;
import nomic.server.web.ProblemType;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * Connections that are open, counted by address and by account, so that nobody takes all. Safe for
 * use by many threads.
 */
public final class Places {
    private static final String AGAIN_SECONDS = "10";

    private final String what;
    private final int most;
    private final Map<String, Integer> addresses = new HashMap<>();
    private final Map<String, Integer> accounts = new HashMap<>();

    /**
     * @param what is counted, for people
     * @param most of one address, and twice as many as of one account; 0 for as many as come
     */
    Places(String what, int most) {
        this.what = what;
        this.most = most;
    }

    /** A connection that is counted or not. */
    public sealed interface Seat {
        /** A place that is taken. */
        non-sealed interface Taken extends Seat, AutoCloseable {
            /** Gives it back, once. */
            @Override
            void close();
        }

        /** There are too many. */
        record Refused(Problem problem) implements Seat {}
    }

    /** A place for a connection from an address. */
    public Seat from(String address) {
        return take(addresses, address, most, "from this address");
    }

    /** A place for a connection of an account. */
    public Seat of(String account) {
        return take(accounts, account, Math.ceilDiv(most, 2), "of this account");
    }

    /** A place for a connection from an address and, where there is one, of an account. */
    public Seat of(String address, @Nullable String account) {
        Seat here = from(address);
        if (account == null || !(here instanceof Seat.Taken first)) {
            return here;
        }
        Seat own = of(account);
        if (!(own instanceof Seat.Taken second)) {
            first.close();
            return own;
        }
        return (Seat.Taken)
                () -> {
                    first.close();
                    second.close();
                };
    }

    private Seat take(Map<String, Integer> taken, String key, int limit, String whose) {
        synchronized (taken) {
            if (most > 0 && taken.getOrDefault(key, 0) >= limit) {
                return new Seat.Refused(
                        ProblemType.RATE_LIMITED
                                .because(
                                        "%d %s %s are open, and no more can be; close one."
                                                .formatted(limit, what, whose))
                                .withHeader("Retry-After", AGAIN_SECONDS));
            }
            taken.merge(key, 1, Integer::sum);
        }
        return new Place(taken, key);
    }

    private static final class Place implements Seat.Taken {
        private final Map<String, Integer> taken;
        private final String key;
        private boolean left;

        Place(Map<String, Integer> taken, String key) {
            this.taken = taken;
            this.key = key;
        }

        @Override
        public void close() {
            synchronized (taken) {
                if (!left) {
                    left = true;
                    taken.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
                }
            }
        }
    }
}
