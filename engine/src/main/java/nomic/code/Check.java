package nomic.code;

import java.util.List;

/** What a {@link Checker} says of the code of a rule. */
public sealed interface Check {
    /** All remarks, by line and column. */
    List<Diagnostic> diagnostics();

    /** The code may be loaded; the remarks are warnings only. */
    record Accepted(CompiledRule rule, Outline outline, List<Diagnostic> diagnostics)
            implements Check {}

    /** The code may not be loaded; at least one remark is an error. */
    record Refused(List<Diagnostic> diagnostics) implements Check {
        private static final String TOO_SLOW = "too-complex";

        static Refused tooComplex(String message) {
            String hint = "Use simpler expressions: fewer nested calls and brackets.";
            return new Refused(List.of(Diagnostic.error(TOO_SLOW, Position.WHOLE, message, hint)));
        }

        /** False where the machine gave up waiting: another time the code may be accepted. */
        public boolean isFinal() {
            return diagnostics.stream().noneMatch(each -> each.code().equals(TOO_SLOW));
        }
    }
}
