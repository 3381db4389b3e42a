package nomic.client;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Whether a proposal may carry some code.
 *
 * @param expansion the code that sentences stand for; null where there were none
 * @param reading the code in plain words; null where it is not accepted
 * @param flags what voters should look at twice
 */
public record Checked(
        boolean accepted,
        List<Diagnostic> diagnostics,
        @Nullable String expansion,
        @Nullable Reading reading,
        List<Flag> flags) {
    /**
     * Code in plain words.
     *
     * @param facts types of its own
     */
    public record Reading(List<Law> laws, List<JsonNode> facts, List<String> assets) {}

    /** What one DRL rule does. */
    public record Law(String name, int line, String text) {}

    /** What voters should look at twice; line 0 stands for all of it. */
    public record Flag(String name, String sentence, String where, int line) {}
}
