package nomic.client;

/**
 * A finding in the code of a rule.
 *
 * @param severity {@code error} or {@code warning}; warnings refuse nothing
 * @param code of the kind of finding, such as {@code unknown-field}
 * @param line from 1; 0 for the text as a whole
 * @param column from 1; 0 for the line as a whole
 * @param hint the next step
 */
public record Diagnostic(
        String severity, String code, int line, int column, String message, String hint) {
    @Override
    public String toString() {
        return "%d:%d %s: %s %s".formatted(line, column, severity, message, hint).strip();
    }
}
