package nomic.code;

import org.drools.core.reteoo.Sink;
import org.drools.core.reteoo.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * What Drools' tuples call when they are made, see {@link TupleMetering}. Public only because they
 * live in another package.
 */
public final class Tuples {
    private Tuples() {}

    /** Pays for a tuple, on a thread that has a meter. */
    public static void made(@Nullable Sink sink) {
        if (Thread.currentThread() instanceof MeteredThread thread && thread.meter != null) {
            thread.meter.tuple(sink, thread.owners);
        }
    }

    /** Pays for a tuple that is staged again because a fact of it has changed. */
    public static void staged(@Nullable Sink sink, short type) {
        if (type == Tuple.UPDATE
                && Thread.currentThread() instanceof MeteredThread thread
                && thread.meter != null) {
            thread.meter.touch(sink, thread.owners);
        }
    }

    /** The id of a rule that a node of the network belongs to; 0 where there is none. */
    static int ruleOf(Sink sink) {
        int lowest = 0;
        for (var rule : sink.getAssociatedRules()) {
            int id = RulePackage.id(rule.getPackageName());
            if (id > 0) {
                lowest = lowest == 0 ? id : Math.min(lowest, id);
            }
        }
        return lowest;
    }
}
