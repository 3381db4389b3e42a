package nomic.code;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What checking the code of a rule gives, as plain data that one process can send to another. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "built")
public sealed interface Built {
    /** All remarks, by line and column. */
    List<Diagnostic> diagnostics();

    /**
     * The code was accepted; who loads the classes checks them again.
     *
     * @param files class files by internal name, as Drools made them
     * @param outline what the code does, for those who are to judge it
     */
    record Classes(Map<String, byte[]> files, Outline outline, List<Diagnostic> diagnostics)
            implements Built {
        public Classes {
            files = Collections.unmodifiableMap(new TreeMap<>(files));
            diagnostics = List.copyOf(diagnostics);
        }

        /** The size of all files and of the outline. */
        public long bytes() {
            return outline.bytes() + files.values().stream().mapToLong(file -> file.length).sum();
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
