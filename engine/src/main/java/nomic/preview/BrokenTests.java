package nomic.preview;

import nomic.code.Diagnostic;

import java.util.List;

/**
 * The tests of a rule in force that fail under the change.
 *
 * @param rule its number afterwards
 * @param failedBefore whether they fail without the change too
 * @param failures which steps fail, and how
 */
public record BrokenTests(int rule, boolean failedBefore, List<Diagnostic> failures) {
    public BrokenTests {
        failures = List.copyOf(failures);
    }
}
