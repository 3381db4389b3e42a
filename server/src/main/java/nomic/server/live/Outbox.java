package nomic.server.live;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsSession;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What waits to be written to one socket, and the one thread that writes it. A client that does not
 * read loses its connection; nobody else waits for it.
 */
final class Outbox {
    private static final int CAPACITY = 256;
    private static final int PATIENCE_SECONDS = 30;
    private static final int PING_SECONDS = 30;
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final BufferData NOTHING = BufferData.empty();

    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Runnable onFailure;
    private volatile @Nullable Thread writer;

    /**
     * @param onFailure is run when the socket cannot be written or is too slow
     */
    Outbox(Runnable onFailure) {
        this.onFailure = onFailure;
    }

    private sealed interface Item {
        record Frame(String text) implements Item {}

        record Pong(BufferData data) implements Item {}

        record Goodbye(int code, String reason) implements Item {}
    }

    void open(WsSession session) {
        writer = Thread.ofVirtual().name("socket-writer").start(() -> write(session));
    }

    /** Puts a frame into the queue if there is room; else gives the connection up. */
    void offer(ClientOut frame) {
        offer(new Item.Frame(Frames.write(frame)));
    }

    void pong(BufferData data) {
        offer(new Item.Pong(data));
    }

    /** Ends the connection with a code and a reason, after what waits to be written. */
    void goodbye(int code, String reason) {
        offer(new Item.Goodbye(code, reason));
    }

    private void offer(Item item) {
        if (!queue.offer(item)) {
            onFailure.run();
        }
    }

    /** Puts a frame into the queue as soon as there is room; false where there is none for long. */
    boolean put(ClientOut frame) throws InterruptedException {
        boolean put =
                queue.offer(
                        new Item.Frame(Frames.write(frame)), PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!put) {
            onFailure.run();
        }
        return put;
    }

    /** Drops what waits and ends the writer. If it hangs in the socket, that closes the socket. */
    void close() {
        queue.clear();
        Thread hanging = writer;
        if (hanging != null) {
            hanging.interrupt();
        }
    }

    /** Waits for the writer to end, so that another may write to the socket. */
    void join() {
        Thread ending = writer;
        try {
            if (ending != null) {
                ending.join(GRACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(WsSession session) {
        try {
            Item item = null;
            while (!(item instanceof Item.Goodbye)) {
                item = queue.poll(PING_SECONDS, TimeUnit.SECONDS);
                send(session, item);
            }
            Thread.sleep(GRACE); // the answer of the peer interrupts it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // the peer is gone
        } finally {
            onFailure.run();
        }
    }

    /** Sends an item, or a ping where there is none: a silent peer would be cut off. */
    private static void send(WsSession session, @Nullable Item item) {
        switch (item) {
            case null -> session.ping(NOTHING);
            case Item.Frame(String text) -> session.send(text, true);
            case Item.Pong(BufferData data) -> session.pong(data);
            case Item.Goodbye(int code, String reason) -> session.close(code, reason);
        }
    }
}
