package nomic.preview;

import nomic.game.Decided;
import nomic.game.Use;

/**
 * What a whole preview may cost. A command costs one unit, and one more for each million steps and
 * each four megabytes that rules used for it; each command has the limits of the game besides.
 */
public final class Budget {
    /** Enough for some hundred commands of honest rules. */
    static final long UNITS = 300;

    private static final long STEPS = 1_000_000;
    private static final long BYTES = 4 << 20;

    /**
     * What a preview has cost.
     *
     * @param of what it might cost
     */
    public record Spent(long units, long of) {}

    private long units;

    void spend(long more) {
        units += more;
    }

    void spend(Decided decided) {
        Use use = decided.use().values().stream().reduce(Use.NONE, Use::plus);
        spend(1 + use.fuel() / STEPS + use.bytes() / BYTES);
    }

    boolean isSpent() {
        return units >= UNITS;
    }

    Spent spent() {
        return new Spent(units, UNITS);
    }
}
