package nomic.code;

import nomic.code.LimitExceeded.Budget;

/**
 * What instrumented rule code calls to pay for its steps. Not for other callers: it is public only
 * because rule classes live in packages of their own.
 */
public final class Fuel {
    private static final int OBJECT_BYTES = 32;
    private static final int ARRAY_BYTES = 16;
    private static final int EXCEPTION_STEPS = 100;

    /** An exception keeps a trace of the stack, of which the machine notes so many frames. */
    private static final int MOST_FRAMES = 1_024;

    private static final int ENGINE_FRAMES = 60;
    private static final int FRAMES_A_CALL = 3;
    private static final int FRAME_BYTES = 20;

    private Fuel() {}

    /** Pays for a loop turn. */
    public static void tick(int ruleId) {
        meter().tick(ruleId);
    }

    /** Pays for entering a method; answers the depth to give back to {@link #leave}. */
    public static int enter(int ruleId) {
        return meter().enter(ruleId);
    }

    /** Leaves a method. */
    public static void leave(int depth) {
        meter().leave(depth);
    }

    /** Pays for an object. */
    public static void object(int ruleId) {
        var meter = meter();
        meter.tick(ruleId);
        meter.allocate(OBJECT_BYTES);
    }

    /** Pays for an array of a length, which it hands through. */
    public static int array(int length, int elementBytes) {
        elements(Math.max(0, length), elementBytes);
        return length;
    }

    /** Multiplies the dimensions of an array, never beyond the range of long. */
    public static long times(long elements, int length) {
        long factor = Math.max(1, length);
        long high = Math.multiplyHigh(elements, factor);
        long low = elements * factor;
        return high != 0 || low < 0 ? Long.MAX_VALUE : low;
    }

    /** Pays for elements of an array before it is made. */
    public static void elements(long count, int elementBytes) {
        var meter = meter();
        long most = Long.MAX_VALUE / 64;
        long size = Math.min(count, most) * elementBytes + ARRAY_BYTES;
        meter.allocate(size);
        meter.burn(size >> 4);
    }

    /**
     * Begins every exception handler of rule code: errors of the machine and used up budgets cannot
     * be caught.
     */
    public static void caught(Throwable thrown, int depth, int ruleId) {
        if (thrown instanceof LimitExceeded limit) {
            throw limit;
        }
        if (thrown instanceof VirtualMachineError error) {
            throw error;
        }
        var meter = meter();
        meter.leave(depth + 1);
        if (!meter.hasRest()) {
            throw meter.exceeded(Budget.FUEL);
        }
        meter.tick(ruleId);
        trace(meter);
    }

    /** Pays for an exception. */
    public static void exception(int ruleId) {
        object(ruleId);
        trace(meter());
    }

    private static void trace(Meter meter) {
        int frames = Math.min(MOST_FRAMES, ENGINE_FRAMES + FRAMES_A_CALL * meter.depth());
        meter.burn(EXCEPTION_STEPS + frames);
        meter.allocate((long) FRAME_BYTES * frames);
    }

    static Meter meter() {
        if (Thread.currentThread() instanceof MeteredThread thread && thread.meter != null) {
            return thread.meter;
        }
        throw new LimitExceeded(Budget.UNBOUND, 0, 0);
    }
}
