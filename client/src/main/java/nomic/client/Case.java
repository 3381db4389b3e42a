package nomic.client;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A dispute.
 *
 * @param rule the present number of the rule that it is about; null for no single one
 * @param turn in which it was called
 * @param status {@code open}, {@code judged} or {@code closed}
 * @param judge who is to judge it or has; null while there is nobody
 * @param answer that of the judgment that holds; else null
 * @param citedBy the numbers of the cases that cite it
 */
public record Case(
        int number,
        String caller,
        String statement,
        @Nullable Integer rule,
        int turn,
        Instant called,
        String status,
        @Nullable String judge,
        @Nullable Answer answer,
        List<Judgment> judgments,
        List<Integer> citedBy) {
    /** A judgment; only the last of a case can hold. */
    public record Judgment(
            String judge,
            Answer answer,
            String reasons,
            List<Integer> cites,
            Instant at,
            boolean overruled) {}
}
