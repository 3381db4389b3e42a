package nomic.ruleset;

/** A file of a ruleset, an amendment or a script that cannot be read as what it should be. */
public final class MalformedFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;

    /**
     * @param line counts from 1; 0 where the file as a whole is meant
     * @param hint a next step
     */
    public MalformedFile(String file, int line, String problem, String hint) {
        super(place(file, line) + ": " + problem + ". " + hint);
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    private static String place(String file, int line) {
        return line == 0 ? file : file + ":" + line;
    }
}
