package nomic.session;

import nomic.code.Meter;

/**
 * What one command may use.
 *
 * @param fuel steps of rule code
 * @param bytes estimated bytes that rule code allocates
 * @param depth nested calls of rule code
 * @param facts facts that rule code inserts
 * @param factsKept facts of rules that a game keeps in all
 * @param firings of rules
 * @param rounds until all is quiet
 * @param asks calls on {@code law} that change something
 */
public record Limits(
        long fuel,
        long bytes,
        int depth,
        int facts,
        int factsKept,
        int firings,
        int rounds,
        int asks) {
    /** Enough for any honest command, and over in a fraction of a second. */
    public static final Limits STANDARD =
            new Limits(20_000_000, 64L << 20, 1_000, 2_000, 10_000, 5_000, 50, 2_000);

    Meter meter() {
        return new Meter(new Meter.Limits(fuel, bytes, depth, facts));
    }
}
