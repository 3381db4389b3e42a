package nomic.sentence;

import nomic.code.Diagnostic;

import java.util.List;

/** What came of a text of sentences. */
public sealed interface Expansion {
    /**
     * The code that the text stands for.
     *
     * @param code DRL, not checked
     */
    record Code(String code, Origins origins) implements Expansion {}

    /** The remarks point into the sentences; those on a DSL say so. */
    record Refused(List<Diagnostic> diagnostics) implements Expansion {
        public Refused {
            diagnostics = List.copyOf(diagnostics);
        }
    }
}
