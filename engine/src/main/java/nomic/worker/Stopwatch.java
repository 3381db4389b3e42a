package nomic.worker;

import java.time.Duration;

/** Measures how long a process has been at work on a question. */
final class Stopwatch {
    private final ProcessHandle process;
    private Duration workAtStart = Duration.ZERO;
    private long wallAtStart;
    private boolean running;

    Stopwatch(ProcessHandle process) {
        this.process = process;
        start();
    }

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
        Duration wall = Duration.ofNanos(System.nanoTime() - wallAtStart);
        return running
                && (wall.compareTo(patience.wall()) > 0
                        || work().minus(workAtStart).compareTo(patience.work()) > 0);
    }

    private Duration work() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
