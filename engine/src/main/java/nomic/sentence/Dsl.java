package nomic.sentence;

import nomic.code.Diagnostic;

import java.util.List;

/** What came of reading a DSL. */
sealed interface Dsl {
    record Read(List<Form> forms) implements Dsl {}

    /** The remarks point into the DSL. */
    record Refused(List<Diagnostic> remarks) implements Dsl {}
}
