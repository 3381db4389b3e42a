package nomic.client;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Lines of an answer between the thread that receives them and the one that reads them. */
final class Lines implements Flow.Subscriber<String>, AutoCloseable {
    private static final int AHEAD = 64;

    /** Empty for the end. */
    private final LinkedBlockingQueue<Optional<String>> queue = new LinkedBlockingQueue<>();

    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;

    /** The next line; null where there is none any more, or none for so long. */
    @Nullable String next(Duration longest) {
        try {
            Optional<String> line = queue.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null || line.isEmpty()) {
                return null;
            }
            Flow.Subscription held = subscription;
            if (held != null) {
                held.request(1);
            }
            return line.get();
        } catch (InterruptedException e) {
            throw Pauses.interrupted();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(AHEAD);
        }
    }

    @Override
    public void onNext(String line) {
        queue.add(Optional.of(line));
    }

    @Override
    public void onError(Throwable why) {
        queue.add(Optional.empty());
    }

    @Override
    public void onComplete() {
        queue.add(Optional.empty());
    }

    @Override
    public void close() {
        closed = true;
        Flow.Subscription held = subscription;
        if (held != null) {
            held.cancel();
        }
        queue.add(Optional.empty());
    }
}
