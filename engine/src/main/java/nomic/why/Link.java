package nomic.why;

import com.fasterxml.jackson.annotation.JsonInclude;

import java.util.List;
import java.util.Map;

/**
 * A link in a chain of causes.
 *
 * @param sentence what it says to people
 * @param seq the sequence number of an event; 0 where it is none
 * @param rule the number that a rule had then; 0 where it is about none
 * @param proposal the number of a proposal; 0 where it is about none
 * @param fact a fact that matched, as its cause has it
 * @param because what it came from; empty at an end of the chain, and where it was told before
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Link(
        What what,
        String sentence,
        long seq,
        int rule,
        int proposal,
        Map<String, Object> fact,
        List<Link> because) {
    /** What a link is about. */
    public enum What {
        EVENT,
        MOVE,
        RULE,
        FACT,
        FOUNDING,
        PROPOSAL,
        BALLOT
    }

    /** As lines of text, each link deeper than the one before it. */
    void write(StringBuilder text, int depth) {
        text.append("  ".repeat(depth)).append(sentence).append('\n');
        because.forEach(link -> link.write(text, depth + 1));
    }
}
