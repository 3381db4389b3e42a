package nomic.server.web;

/** Ends the reading of a request with a problem. */
public final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Rejection(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
