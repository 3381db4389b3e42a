package nomic.ruleset;

import nomic.code.Diagnostic;

/** A file of a ruleset, an amendment or a script that cannot be read as what it should be. */
public final class MalformedFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final String problem;
    private final String hint;

    /**
     * @param line counts from 1; 0 where the file as a whole is meant
     * @param hint a next step
     */
    public MalformedFile(String file, int line, String problem, String hint) {
        super(place(file, line) + ": " + problem + ". " + hint);
        this.file = file;
        this.line = line;
        this.problem = problem;
        this.hint = hint;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    /** The same as a remark on a text, without the name of the file. */
    public Diagnostic diagnostic() {
        return new Diagnostic(
                Diagnostic.Severity.ERROR, "malformed-file", line, 0, problem + ".", hint);
    }

    private static String place(String file, int line) {
        return line == 0 ? file : file + ":" + line;
    }
}
