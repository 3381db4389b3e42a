package nomic.code;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.util.List;
import java.util.SortedSet;

/** What checking the code of a rule gives, as plain data that one process can send to another. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "built")
public sealed interface Built {
    /** All remarks, by line and column. */
    List<Diagnostic> diagnostics();

    /** Only what it takes to load the rule. */
    default Built withoutJava() {
        return this;
    }

    /**
     * The code was accepted; who loads the classes checks them again.
     *
     * @param outline what the code does, for those who are to judge it
     */
    record Classes(Generated generated, Outline outline, List<Diagnostic> diagnostics)
            implements Built {
        public Classes {
            diagnostics = List.copyOf(diagnostics);
        }

        /** The methods of {@link nomic.law.Law} that the code calls, under whatever name. */
        public SortedSet<String> calls() {
            return LawCalls.in(generated.classes().values());
        }

        /** The size of all files and of the outline. */
        public long bytes() {
            return outline.bytes() + generated.bytes();
        }

        @Override
        public Built withoutJava() {
            return new Classes(generated.withoutJava(), outline, diagnostics);
        }
    }

    /** The code may not be loaded; at least one remark is an error. */
    record Refused(List<Diagnostic> diagnostics) implements Built {
        public Refused {
            diagnostics = List.copyOf(diagnostics);
        }

        /** What is said of code that no process could compile in its time and memory. */
        public static Refused tooComplex(String message) {
            return new Refused(Check.Refused.tooComplex(message).diagnostics());
        }
    }
}
