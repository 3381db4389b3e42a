package nomic.client;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An error as the server tells it (RFC 9457).
 *
 * @param type the kind of error, a URI reference; {@link #is} compares its last word
 * @param title what kind of error it is
 * @param status that of HTTP
 * @param detail what is wrong in this case, and often what to do
 * @param rule the number of the rule that forbids the move, or that broke; else null
 * @param revision of that rule
 * @param name that of the DRL rule that forbids the move
 * @param hint a next step; null where there is none but {@code detail}
 * @param scope that the token lacks; else null
 * @param diagnostics what is wrong with proposed code
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable Integer rule,
        @Nullable Integer revision,
        @Nullable String name,
        @Nullable String hint,
        @Nullable String scope,
        List<Diagnostic> diagnostics) {
    /** The last word of the type, such as {@code forbidden-by-rule}. */
    public String word() {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** Whether it is of this kind, such as {@code vote-closed}. */
    public boolean is(String word) {
        return word().equals(word);
    }

    /** What is wrong and what to do, in a line for each finding. */
    @Override
    public String toString() {
        var text = new StringBuilder(title).append(": ").append(detail);
        if (hint != null) {
            text.append(' ').append(hint);
        }
        text.append(" (").append(status).append(' ').append(word());
        if (rule != null) {
            text.append(", rule ").append(rule);
        }
        text.append(')');
        diagnostics.forEach(finding -> text.append("\n  ").append(finding));
        return text.toString();
    }
}
