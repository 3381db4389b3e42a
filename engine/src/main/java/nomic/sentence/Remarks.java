package nomic.sentence;

import nomic.code.Diagnostic;

/** Makes the remarks of this package. */
final class Remarks {
    static final String DSL = "bad-dsl";

    private Remarks() {}

    static Diagnostic error(String code, int line, int column, String message, String hint) {
        return new Diagnostic(Diagnostic.Severity.ERROR, code, line, column, message, hint);
    }
}
