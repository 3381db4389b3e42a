package nomic.code;

import com.sun.management.ThreadMXBean;

import nomic.code.LimitExceeded.Budget;

import org.drools.core.reteoo.Sink;
import org.jspecify.annotations.Nullable;

import java.lang.management.ManagementFactory;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The budgets of one run of rule code, and who has used them. Belongs to one thread at a time, see
 * {@link MeteredThread#under}.
 */
public final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int TUPLE_STEPS = 3;
    private static final int TUPLE_BYTES = 200;
    private static final int TICKS_BETWEEN_SAMPLES = 4096;

    /** How many accounts are found at once; a power of two. */
    private static final int RECENT = 64;

    /**
     * To read the clock takes longer than most of what happens between two switches: it is read
     * after a span of so many steps, or after so many short ones.
     */
    private static final int LONG_SPAN = 64;

    private static final int MOST_UNREAD = 16;

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
     * @param firings of rules
     * @param asks that rules make
     * @param text characters that rules write
     */
    public record Limits(
            long fuel,
            long allocatedBytes,
            int depth,
            int facts,
            long firings,
            long asks,
            long text) {
        /** Without bounds on what only an interpreter counts. */
        public Limits(long fuel, long allocatedBytes, int depth, int facts) {
            this(
                    fuel,
                    allocatedBytes,
                    depth,
                    facts,
                    Long.MAX_VALUE,
                    Long.MAX_VALUE,
                    Long.MAX_VALUE);
        }

        public Limits(long fuel, long allocatedBytes, int depth) {
            this(fuel, allocatedBytes, depth, 2_000);
        }

        private long of(Budget budget) {
            return switch (budget) {
                case FUEL -> fuel;
                case BYTES -> allocatedBytes;
                case DEPTH -> depth;
                case FACTS -> facts;
                case FIRINGS -> firings;
                case ASKS -> asks;
                case TEXT -> text;
                case UNBOUND -> 0;
            };
        }
    }

    /** What one rule has used. */
    public record Use(long fuel, long bytes, int facts, long firings, long asks, long text) {}

    /** What one rule has used up to the last switch to another. */
    private static final class Account {
        private final int rule;
        private long fuel;
        private long bytes;
        private int facts;
        private long firings;
        private long asks;
        private long text;
        private long nanos;

        private Account(int rule) {
            this.rule = rule;
        }

        private long used(Budget budget) {
            return switch (budget) {
                case BYTES -> bytes;
                case FACTS -> facts;
                case FIRINGS -> firings;
                case ASKS -> asks;
                case TEXT -> text;
                case FUEL, DEPTH, UNBOUND -> fuel;
            };
        }
    }

    private final Limits limits;
    private final Map<Integer, Account> accounts = new TreeMap<>();
    private final Account[] recent = new Account[RECENT];
    private int rule;
    private Account account = new Account(0);
    private long fuel;
    private long bytes;
    private int facts;
    private long firings;
    private long asks;
    private long text;
    private long fuelAtSwitch;
    private long bytesAtSwitch;
    private int factsAtSwitch;
    private long nanosAtReading = System.nanoTime();
    private int switchesSinceReading;
    private int depth;

    /** Below this amount of fuel the thread is looked at again; never less than 0. */
    private long nextSample;

    private long allocatedAtStart = -1;
    private final Map<Object, Integer> views = new IdentityHashMap<>();
    private final EngineValues given = new EngineValues();
    private @Nullable Sink lastSink;
    private int ruleOfLastSink;

    public Meter(Limits limits) {
        this.limits = limits;
        fuel = limits.fuel;
        bytes = limits.allocatedBytes;
        facts = limits.facts;
        firings = limits.firings;
        asks = limits.asks;
        text = limits.text;
        accounts.put(0, account);
        recent[0] = account;
        fuelAtSwitch = fuel;
        bytesAtSwitch = bytes;
        factsAtSwitch = facts;
        nextSample = Math.max(0, fuel - TICKS_BETWEEN_SAMPLES);
    }

    /**
     * Charges what follows to a rule, until rule code of another rule runs or this is called again;
     * 0 stands for the engine itself.
     */
    public void current(int ruleId) {
        if (ruleId != rule) {
            switchTo(ruleId);
        }
    }

    private void switchTo(int ruleId) {
        boolean longSpan = fuelAtSwitch - fuel >= LONG_SPAN;
        settle();
        if (longSpan || ++switchesSinceReading >= MOST_UNREAD) {
            readClock();
        }
        rule = ruleId;
        account = account(ruleId);
        BlackBox.rule(ruleId);
    }

    private Account account(int ruleId) {
        int place = ruleId & RECENT - 1;
        var known = recent[place];
        if (known == null || known.rule != ruleId) {
            known = accounts.computeIfAbsent(ruleId, Account::new);
            recent[place] = known;
        }
        return known;
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
        var uses = new TreeMap<Integer, Use>();
        accounts.forEach(
                (id, a) ->
                        uses.put(id, new Use(a.fuel, a.bytes, a.facts, a.firings, a.asks, a.text)));
        return uses;
    }

    /** Nanoseconds so far, by rule id: measured, so no two runs agree on them. */
    public Map<Integer, Long> nanos() {
        settle();
        readClock();
        var nanos = new TreeMap<Integer, Long>();
        accounts.forEach((id, each) -> nanos.put(id, each.nanos));
        return nanos;
    }

    /** Charges a rule for a firing, and for what follows. */
    public void fire(int ruleId) {
        current(ruleId);
        account.firings++;
        if (--firings < 0) {
            throw exceeded(Budget.FIRINGS);
        }
    }

    /** Charges a rule for something that it asks for, and for what follows. */
    public void ask(int ruleId) {
        current(ruleId);
        account.asks++;
        if (--asks < 0) {
            throw exceeded(Budget.ASKS);
        }
    }

    /** Charges a rule for characters that it writes, and for what follows. */
    public void write(int ruleId, long characters) {
        current(ruleId);
        account.text += characters;
        text -= characters;
        if (text < 0) {
            throw exceeded(Budget.TEXT);
        }
    }

    void tick(int ruleId) {
        if (ruleId != rule) {
            switchTo(ruleId);
        }
        if (--fuel < nextSample) {
            sample();
        }
    }

    /** Pays for a tuple of the network. */
    void tuple(@Nullable Sink sink, NodeOwners owners) {
        touch(sink, owners);
        allocate(TUPLE_BYTES);
    }

    void burn(long steps) {
        fuel -= Math.min(Math.max(steps, 0), fuel + 1);
        if (fuel < nextSample) {
            sample();
        }
    }

    void allocate(long size) {
        bytes -= Math.min(Math.max(size, 0), bytes + 1);
        if (bytes < 0) {
            throw exceeded(Budget.BYTES);
        }
    }

    void insertFact() {
        if (--facts < 0) {
            throw exceeded(Budget.FACTS);
        }
    }

    /** Charges a step to a rule of a node of the network; nodes are told apart by identity. */
    @SuppressWarnings("ReferenceEquality")
    void touch(@Nullable Sink sink, NodeOwners owners) {
        if (sink != null && sink != lastSink) {
            lastSink = sink;
            ruleOfLastSink = owners.of(sink);
        }
        tick(ruleOfLastSink == 0 ? rule : ruleOfLastSink);
        burn(TUPLE_STEPS);
    }

    /** Enters a function of the library that calls others of its kind. */
    int enter() {
        return enter(rule);
    }

    /** How deep views of views lie, by identity. */
    Map<Object, Integer> views() {
        return views;
    }

    /** Pays for a value that goes to the engine, which may keep it in a hash table. */
    void give(@Nullable Object value) {
        given.pay(value, this);
    }

    int depth() {
        return depth;
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
        int culprit = budget == Budget.DEPTH ? rule : largestUser(budget);
        return new LimitExceeded(budget, culprit, limits.of(budget));
    }

    void startOn(Thread thread) {
        allocatedAtStart = THREADS.getThreadAllocatedBytes(thread.threadId());
        nanosAtReading = System.nanoTime();
        depth = 0;
    }

    private void sample() {
        if (fuel < 0) {
            throw exceeded(Budget.FUEL);
        }
        nextSample = Math.max(0, fuel - TICKS_BETWEEN_SAMPLES);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedAtStart;
        if (allocatedAtStart >= 0
                && allocated / SLACK_FACTOR > limits.allocatedBytes + SLACK_BYTES / SLACK_FACTOR) {
            throw exceeded(Budget.BYTES);
        }
    }

    private void settle() {
        account.fuel += fuelAtSwitch - fuel;
        account.bytes += bytesAtSwitch - bytes;
        account.facts += factsAtSwitch - facts;
        fuelAtSwitch = fuel;
        bytesAtSwitch = bytes;
        factsAtSwitch = facts;
    }

    private void readClock() {
        long now = System.nanoTime();
        account.nanos += now - nanosAtReading;
        nanosAtReading = now;
        switchesSinceReading = 0;
    }

    private int largestUser(Budget budget) {
        int largest = 0;
        long most = 0;
        for (var entry : accounts.entrySet()) {
            long used = entry.getValue().used(budget);
            if (entry.getKey() != 0 && used > most) {
                most = used;
                largest = entry.getKey();
            }
        }
        return largest;
    }
}
