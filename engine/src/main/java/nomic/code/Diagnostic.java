package nomic.code;

/**
 * One remark on the code of a rule, in terms of the author's own text.
 *
 * @param code what kind of remark it is, in kebab case, for programs
 * @param line the line in the author's text, from 1; 0 when the text as a whole is meant
 * @param column the column in that line, from 1; 0 when the line as a whole is meant
 * @param message what is wrong, naming the thing and its value
 * @param hint what to write instead; may be empty
 */
public record Diagnostic(
        Severity severity, String code, int line, int column, String message, String hint) {
    /** The kind of remark that a test of the rule fails. */
    public static final String TEST_FAILED = "test-failed";

    /** Whether a remark stands in the way of the code. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static Diagnostic error(String code, Position at, String message, String hint) {
        return new Diagnostic(Severity.ERROR, code, at.line(), at.column(), message, hint);
    }

    static Diagnostic warning(String code, Position at, String message, String hint) {
        return new Diagnostic(Severity.WARNING, code, at.line(), at.column(), message, hint);
    }

    boolean isError() {
        return severity == Severity.ERROR;
    }
}
