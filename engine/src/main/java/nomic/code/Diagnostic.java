package nomic.code;

/**
 * What the checker says of a place in the author's own text. Line and column count from 1; both are
 * 0 where the text as a whole is meant.
 *
 * @param code what kind of thing is said, in kebab-case
 * @param hint a next step
 */
public record Diagnostic(
        Severity severity, String code, int line, int column, String message, String hint) {
    /** Whether the code is refused for it. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
