package nomic.worker;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A worker that ends as soon as somebody has left the mark of an attack in it. */
public final class WatchedWorker {
    static final int MARKED = 66;

    private WatchedWorker() {}

    /**
     * @param arguments those of a worker
     */
    public static void main(String[] arguments) throws IOException {
        Thread.ofPlatform().daemon().start(WatchedWorker::watch);
        WorkerMain.main(arguments);
    }

    private static void watch() {
        while (System.getProperty("pwn") == null) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        Runtime.getRuntime().halt(MARKED);
    }
}
