package nomic.server.live;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What waits to be written to one socket, bounded in number and in bytes, and the one thread that
 * writes it. A client that does not read loses its connection; nobody else waits for it.
 */
final class Outbox {
    private static final int MOST_FRAMES = 256;
    private static final int MOST_BYTES = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Consumer<End> onEnd;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    private int bytes;
    private long lastWritten = System.nanoTime();
    private byte @Nullable [] last;
    private boolean finished;
    private @Nullable Thread writer;

    /**
     * @param onEnd is told why the connection cannot go on; it must not block
     */
    Outbox(Consumer<End> onEnd) {
        this.onEnd = onEnd;
    }

    void open(DataWriter out) {
        Thread starting = Thread.ofVirtual().name("socket-writer").unstarted(() -> write(out));
        writer = starting;
        starting.start();
    }

    /** Puts a frame into the queue if there is room; else gives the connection up. */
    void offer(ClientOut frame) {
        if (!takes(Wire.text(Frames.write(frame)))) {
            onEnd.accept(End.RESYNC);
        }
    }

    void pong(byte[] data) {
        if (!takes(Wire.pong(data))) {
            onEnd.accept(End.RESYNC);
        }
    }

    void ping() {
        boolean _ = takes(Wire.ping()); // a full queue says as much
    }

    /** Puts a frame into the queue that may be left out; false where that is half full. */
    boolean spare(ClientOut frame) {
        byte[] encoded = Wire.text(Frames.write(frame));
        lock.lock();
        try {
            return !finished
                    && waiting.size() < MOST_FRAMES / 2
                    && bytes < MOST_BYTES / 2
                    && takes(encoded);
        } finally {
            lock.unlock();
        }
    }

    /** Whether there was room. What comes after the end is dropped. */
    private boolean takes(byte[] frame) {
        lock.lock();
        try {
            if (finished) {
                return true;
            }
            if (!hasRoom(frame)) {
                return false;
            }
            add(frame);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** A frame that is longer than all may be goes alone. */
    private boolean hasRoom(byte[] frame) {
        return waiting.isEmpty()
                || (waiting.size() < MOST_FRAMES && bytes + frame.length <= MOST_BYTES);
    }

    private void add(byte[] frame) {
        waiting.add(frame);
        bytes += frame.length;
        changed.signalAll();
    }

    /**
     * Puts a frame into the queue as soon as there is room; false where there is none for long, or
     * the connection has ended.
     */
    boolean put(ClientOut frame) throws InterruptedException {
        byte[] encoded = Wire.text(Frames.write(frame));
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (!finished && !hasRoom(encoded) && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (finished) {
                return false;
            }
            if (hasRoom(encoded)) {
                add(encoded);
                return true;
            }
        } finally {
            lock.unlock();
        }
        onEnd.accept(End.RESYNC);
        return false;
    }

    /** How long nothing was written, but for pings. */
    Duration silence() {
        lock.lock();
        try {
            return waiting.isEmpty()
                    ? Duration.ofNanos(System.nanoTime() - lastWritten)
                    : Duration.ZERO;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; after what waits, a close frame is the last that is written. */
    void finish(int code, String reason) {
        finish(Wire.close(code, reason), false);
    }

    /** Drops what waits and writes a close frame only. */
    void cutShort(int code, String reason) {
        finish(Wire.close(code, reason), true);
    }

    /** Drops what waits and writes nothing more. */
    void drop() {
        finish(null, true);
    }

    private void finish(byte @Nullable [] close, boolean drop) {
        lock.lock();
        try {
            if (!finished) {
                finished = true;
                last = close;
            }
            if (drop) {
                waiting.clear();
                bytes = 0;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the writer to end; false where it has not within a time. */
    boolean join(Duration time) {
        Thread ending = writer;
        try {
            return ending == null || ending.join(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void write(DataWriter out) {
        try {
            byte[] next = next();
            while (next != null) {
                out.writeNow(BufferData.create(next));
                next = next();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            onEnd.accept(End.SILENT); // the peer is gone
        }
    }

    private byte @Nullable [] next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !finished) {
                changed.await(1, TimeUnit.DAYS);
            }
            byte[] next = waiting.poll();
            if (next == null) {
                next = last;
                last = null;
            } else {
                bytes -= next.length;
                if (next.length > Wire.ping().length) {
                    lastWritten = System.nanoTime();
                }
                changed.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }
}
