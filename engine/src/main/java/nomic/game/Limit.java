package nomic.game;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What is limited, each by an amount for one command, but {@link #KEPT} and {@link #CONTENT} for a
 * game in all. The standard amounts never change: games that name none rest on them.
 */
public enum Limit {
    /** Steps of rule code. */
    FUEL(20_000_000, 200_000, 500_000_000),
    /** Estimated bytes that rule code allocates. */
    BYTES(64 << 20, 4 << 20, 1 << 30),
    /** Nested calls of rule code. */
    DEPTH(1_000, 50, 2_000),
    /** Facts that rule code inserts. */
    FACTS(2_000, 0, 100_000),
    /** Facts that the rules in force keep. */
    KEPT(10_000, 0, 100_000),
    /** Characters of texts in the facts and offers that the rules in force keep. */
    CONTENT(2_000_000, 10_000, 100_000_000),
    /** Firings of rules. */
    FIRINGS(5_000, 200, 1_000_000),
    /** Rounds until all is quiet. */
    ROUNDS(50, 10, 1_000),
    /** Calls on {@code law} that ask or judge. */
    ASKS(2_000, 200, 10_000),
    /** Events that rules cause. */
    EVENTS(5_000, 200, 100_000),
    /** Characters that rules write into events: what they say, their facts, and what matched. */
    TEXT(1_000_000, 10_000, 100_000_000);

    private final long standard;
    private final long least;
    private final long most;

    Limit(long standard, long least, long most) {
        this.standard = standard;
        this.least = least;
        this.most = most;
    }

    public long standard() {
        return standard;
    }

    /** The least amount with which a game can be played. */
    public long least() {
        return least;
    }

    /** The largest amount that a server should bear. */
    public long most() {
        return most;
    }

    /** Its name in small. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The limit with a name in small, or null. */
    public static @Nullable Limit named(String word) {
        for (Limit limit : values()) {
            if (limit.word().equals(word)) {
                return limit;
            }
        }
        return null;
    }
}
