package nomic.client;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What stands against a move.
 *
 * @param events what would come of it where it is permitted, by type
 */
public record WhyNot(
        boolean permitted, String sentence, List<Obstacle> obstacles, List<String> events) {
    /**
     * One thing that stands against it.
     *
     * @param kind {@code rule}, {@code malformed}, {@code code} or {@code fault}
     * @param rule its number; null where none is concerned
     * @param conditions of the rule, all of which hold
     */
    public record Obstacle(
            String kind,
            @Nullable Integer rule,
            @Nullable String name,
            String reason,
            List<String> conditions,
            @Nullable String hint,
            List<Diagnostic> diagnostics) {}
}
