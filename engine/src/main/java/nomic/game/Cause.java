package nomic.game;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.util.List;
import java.util.Map;

/** Why an event happened. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
public sealed interface Cause {
    /** A player's move, or the kernel's own: its record. */
    record ByMove(String move) implements Cause {}

    /**
     * A rule fired.
     *
     * @param rule the number that the rule had then
     * @param name the name of the DRL rule
     * @param facts the facts that matched: a type and its fields each
     */
    record ByRule(int rule, int revision, String name, List<Map<String, Object>> facts)
            implements Cause {}
}
