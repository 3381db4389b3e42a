package nomic.load;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/** Many sockets that wait for a message. */
final class Crowd implements AutoCloseable {
    private final List<WebSocket> sockets = new ArrayList<>();
    private final AtomicLongArray heard;
    private volatile CountDownLatch waiting = new CountDownLatch(0);

    /**
     * @param greeting what each says first; empty for nothing
     */
    Crowd(URI server, int size, String greeting) {
        heard = new AtomicLongArray(size);
        URI uri = URI.create(server.toString().replaceFirst("^http", "ws") + "/ws");
        for (int i = 0; i < size; i++) {
            WebSocket socket = Caller.HTTP.newWebSocketBuilder().buildAsync(uri, new Ear(i)).join();
            if (!greeting.isEmpty()) {
                socket.sendText(greeting, true).join();
            }
            sockets.add(socket);
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final int number;

        Ear(int number) {
            this.number = number;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence data, boolean last) {
            if (last) {
                heard.set(number, System.nanoTime());
                waiting.countDown();
            }
            from.request(1);
            return null;
        }
    }

    WebSocket first() {
        return sockets.getFirst();
    }

    /** Has something said, and gives after how long each has heard it. */
    long[] hear(Runnable saying) {
        waiting = new CountDownLatch(sockets.size());
        long before = System.nanoTime();
        saying.run();
        try {
            if (!waiting.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException(waiting.getCount() + " have heard nothing");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long[] took = new long[sockets.size()];
        for (int i = 0; i < took.length; i++) {
            took[i] = heard.get(i) - before;
        }
        return took;
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::abort);
    }
}
