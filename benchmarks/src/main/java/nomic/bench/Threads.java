package nomic.bench;

import nomic.code.MeteredThread;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes JMH run a benchmark on metered threads. */
public final class Threads extends ThreadPoolExecutor {
    /** Called by JMH. */
    public Threads(int threads, String prefix) {
        super(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                MeteredThread.factory(prefix));
    }
}
