package nomic.code;

import org.drools.core.reteoo.Sink;
import org.jspecify.annotations.Nullable;

/**
 * The rules to which the nodes of networks belong, as far as one thread has met them of late. No
 * node is shared by rules, so an answer stays true.
 */
final class NodeOwners {
    private static final int KEPT = 2048;

    private final @Nullable Sink[] nodes = new Sink[KEPT];
    private final int[] owners = new int[KEPT];

    /** The id of the rule; 0 where there is none. */
    @SuppressWarnings("ReferenceEquality")
    int of(Sink node) {
        int place = node.getId() & KEPT - 1;
        if (nodes[place] != node) {
            nodes[place] = node;
            owners[place] = Tuples.ruleOf(node);
        }
        return owners[place];
    }
}
