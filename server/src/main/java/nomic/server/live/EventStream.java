package nomic.server.live;

import nomic.log.Recorded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One stream. A cursor reads the log on a thread of its own; the thread of the request writes what
 * it finds, so that nothing which ends the request strikes while the database is read.
 */
final class EventStream implements Cursor.Sink<Recorded>, Connections.Connection, AutoCloseable {
    private static final int CAPACITY = 64;
    private static final int SIGN_SECONDS = 10;

    /** What is to be written; nothing for the end. */
    private final BlockingQueue<Optional<Recorded>> queue = new ArrayBlockingQueue<>(CAPACITY);

    private final StreamFormat format;
    private final OutputStream out;
    private volatile boolean closed;

    EventStream(StreamFormat format, OutputStream out) {
        this.format = format;
        this.out = out;
    }

    /** Writes what a cursor finds, until the client is gone or the server ends. */
    void follow(Cursor<Recorded> cursor, Cursor.Hints hints) throws IOException {
        write(format.sign());
        cursor.open(hints);
        try {
            while (!closed) {
                Optional<Recorded> next = queue.poll(SIGN_SECONDS, TimeUnit.SECONDS);
                if (next == null) {
                    write(format.sign());
                } else if (next.isPresent()) {
                    write(format.written(next.get()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
            cursor.close();
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        if (queue.isEmpty()) {
            out.flush();
        }
    }

    @Override
    public boolean put(Recorded recorded) throws InterruptedException {
        while (!closed) {
            if (queue.offer(Optional.of(recorded), 1, TimeUnit.SECONDS)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void hidden() {
        close();
    }

    @Override
    public void goodbye() {
        close();
        boolean _ = queue.offer(Optional.empty()); // wakes the writer; so does a full queue
    }

    @Override
    public void close() {
        closed = true;
    }
}
