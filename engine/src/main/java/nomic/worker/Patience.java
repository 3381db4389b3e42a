package nomic.worker;

import java.time.Duration;

/**
 * How long a worker may take for an answer. Processor time is what counts, so that a busy machine
 * puts no blame on a rule; the clock on the wall ends what waits for ever.
 *
 * @param work processor time of the whole process
 * @param wall time on the clock
 */
record Patience(Duration work, Duration wall) {
    /** Many times what the other limits let a command take, and the budget a preview. */
    static final Patience TO_DECIDE = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60));

    static final Patience TO_CHECK = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60));

    /** Until a new process can be asked. */
    static final Patience TO_START = new Patience(Duration.ofSeconds(60), Duration.ofSeconds(120));

    Patience times(int factor) {
        return new Patience(work.multipliedBy(factor), wall.multipliedBy(factor));
    }
}
