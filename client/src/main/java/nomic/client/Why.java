package nomic.client;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Why an event happened, or why something is so.
 *
 * @param sentence what is explained
 * @param leftOut how many links have causes that are left out; ask for more depth
 */
public record Why(String sentence, List<Link> chain, int leftOut) {
    /**
     * A link of the chain.
     *
     * @param what {@code event}, {@code move}, {@code rule}, {@code fact}, {@code founding}, {@code
     *     proposal} or {@code ballot}
     */
    public record Link(
            String what,
            String sentence,
            @Nullable Long seq,
            @Nullable Integer rule,
            @Nullable Integer proposal,
            @Nullable JsonNode fact,
            List<Link> because) {}
}
