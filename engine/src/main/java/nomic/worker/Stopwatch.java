package nomic.worker;

import java.time.Duration;

/** Measures how long a process has been at work on a question. */
final class Stopwatch {
    /** So many times the patience at most, however often it is started anew. */
    static final int MOST_TIMES = 10;

    private final ProcessHandle process;
    private Duration workAtQuestion = Duration.ZERO;
    private long wallAtQuestion;
    private Duration workAtStart = Duration.ZERO;
    private long wallAtStart;
    private boolean running;

    Stopwatch(ProcessHandle process) {
        this.process = process;
        ask();
    }

    /** Begins a question. */
    synchronized void ask() {
        start();
        workAtQuestion = workAtStart;
        wallAtQuestion = wallAtStart;
    }

    /** Begins what may take as long again, within bounds for the whole question. */
    synchronized void start() {
        workAtStart = work();
        wallAtStart = System.nanoTime();
        running = true;
    }

    /** The process waits for somebody else. */
    synchronized void stop() {
        running = false;
    }

    synchronized boolean isOver(Patience patience) {
        return running
                && (isBeyond(patience, workAtStart, wallAtStart)
                        || isBeyond(patience.times(MOST_TIMES), workAtQuestion, wallAtQuestion));
    }

    private boolean isBeyond(Patience patience, Duration workBefore, long wallBefore) {
        Duration wall = Duration.ofNanos(System.nanoTime() - wallBefore);
        return wall.compareTo(patience.wall()) > 0
                || work().minus(workBefore).compareTo(patience.work()) > 0;
    }

    private Duration work() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
