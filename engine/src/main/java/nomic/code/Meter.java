package nomic.code;

import com.sun.management.ThreadMXBean;

import nomic.code.LimitExceeded.Budget;

import org.drools.core.reteoo.Sink;
import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;

/**
 * The budgets of one run of rule code, and who has used them. Belongs to one thread at a time, see
 * {@link MeteredThread#under}.
 */
public final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TUPLE_BYTES = 200;
    private static final int TICKS_BETWEEN_SAMPLES = 4096;

    /** The engine's own garbage is not charged, so the thread may allocate more than its budget. */
    private static final long SLACK_FACTOR = 16;

    private static final long SLACK_BYTES = 256L << 20;

    /**
     * What a run may use.
     *
     * @param fuel steps: loop turns, method entries, allocations, elements that library calls visit
     * @param allocatedBytes estimated bytes of what rule code allocates
     * @param depth nested calls of rule code
     * @param facts facts that rule code inserts
     */
    public record Limits(long fuel, long allocatedBytes, int depth, int facts) {
        public Limits(long fuel, long allocatedBytes, int depth) {
            this(fuel, allocatedBytes, depth, 2_000);
        }
    }

    /** What one rule has used. */
    public record Use(long fuel, long bytes, int facts) {
        private static final Use NONE = new Use(0, 0, 0);

        private Use plus(long moreFuel, long moreBytes, int moreFacts) {
            return new Use(fuel + moreFuel, bytes + moreBytes, facts + moreFacts);
        }
    }

    private final Limits limits;
    private final Map<Integer, Use> settled = new TreeMap<>();
    private int rule;
    private long fuel;
    private long bytes;
    private int facts;
    private long fuelAtSwitch;
    private long bytesAtSwitch;
    private int factsAtSwitch;
    private int depth;
    private int untilSample = TICKS_BETWEEN_SAMPLES;
    private long allocatedAtStart = -1;
    private @Nullable Sink lastSink;
    private int ruleOfLastSink;

    public Meter(Limits limits) {
        this.limits = limits;
        fuel = limits.fuel;
        bytes = limits.allocatedBytes;
        facts = limits.facts;
        fuelAtSwitch = fuel;
        bytesAtSwitch = bytes;
        factsAtSwitch = facts;
    }

    /**
     * Charges what follows to a rule, until rule code of another rule runs or this is called again;
     * 0 stands for the engine itself.
     */
    public void current(int ruleId) {
        if (ruleId != rule) {
            settle();
            rule = ruleId;
            BlackBox.rule(ruleId);
        }
    }

    /** The rule that pays at present. */
    public int current() {
        return rule;
    }

    /** Fuel used so far, by rule id. */
    public Map<Integer, Long> use() {
        var fuelByRule = new TreeMap<Integer, Long>();
        uses().forEach((id, use) -> fuelByRule.put(id, use.fuel()));
        return fuelByRule;
    }

    /** All that was used so far, by rule id. */
    public Map<Integer, Use> uses() {
        settle();
        return new TreeMap<>(settled);
    }

    void tick(int ruleId) {
        current(ruleId);
        if (--fuel < 0) {
            throw exceeded(Budget.FUEL);
        }
        if (--untilSample <= 0) {
            sample();
        }
    }

    /** Charges a tuple of the network to a rule of its node; nodes are told apart by identity. */
    @SuppressWarnings("ReferenceEquality")
    void tuple(@Nullable Sink sink) {
        if (sink != null && sink != lastSink) {
            lastSink = sink;
            ruleOfLastSink = Tuples.ruleOf(sink);
        }
        tick(ruleOfLastSink == 0 ? rule : ruleOfLastSink);
        allocate(TUPLE_BYTES);
    }

    void burn(long steps) {
        fuel -= Math.min(Math.max(steps, 0), Long.MAX_VALUE >> 2);
        if (fuel < 0) {
            throw exceeded(Budget.FUEL);
        }
    }

    void allocate(long size) {
        bytes -= Math.min(Math.max(size, 0), Long.MAX_VALUE >> 2);
        if (bytes < 0) {
            throw exceeded(Budget.BYTES);
        }
    }

    void insertFact() {
        if (--facts < 0) {
            throw exceeded(Budget.FACTS);
        }
    }

    int enter(int ruleId) {
        tick(ruleId);
        if (depth >= limits.depth) {
            throw exceeded(Budget.DEPTH);
        }
        return depth++;
    }

    void leave(int depthBefore) {
        depth = depthBefore;
    }

    /** True while no budget is used up. */
    boolean hasRest() {
        return fuel >= 0 && bytes >= 0 && facts >= 0;
    }

    LimitExceeded exceeded(Budget budget) {
        settle();
        return new LimitExceeded(budget, budget == Budget.DEPTH ? rule : largestUser(budget));
    }

    void startOn(Thread thread) {
        allocatedAtStart = THREADS.getThreadAllocatedBytes(thread.threadId());
        depth = 0;
    }

    private void sample() {
        untilSample = TICKS_BETWEEN_SAMPLES;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedAtStart;
        if (allocatedAtStart >= 0
                && allocated / SLACK_FACTOR > limits.allocatedBytes + SLACK_BYTES / SLACK_FACTOR) {
            throw exceeded(Budget.BYTES);
        }
    }

    private void settle() {
        settled.merge(
                rule,
                Use.NONE.plus(fuelAtSwitch - fuel, bytesAtSwitch - bytes, factsAtSwitch - facts),
                (before, more) -> before.plus(more.fuel, more.bytes, more.facts));
        fuelAtSwitch = fuel;
        bytesAtSwitch = bytes;
        factsAtSwitch = facts;
    }

    private int largestUser(Budget budget) {
        int largest = 0;
        long most = 0;
        for (var entry : settled.entrySet()) {
            long used = amount(entry.getValue(), budget);
            if (entry.getKey() != 0 && used > most) {
                most = used;
                largest = entry.getKey();
            }
        }
        return largest;
    }

    private static long amount(Use use, Budget budget) {
        return switch (budget) {
            case BYTES -> use.bytes;
            case FACTS -> use.facts;
            case FUEL, DEPTH, UNBOUND -> use.fuel;
        };
    }
}
