package nomic.client;

/** The server did not do what it was asked. What was refused has changed nothing. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Refused(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** Whether the problem is of this kind, such as {@code vote-closed}. */
    public boolean is(String word) {
        return problem.is(word);
    }
}
