package nomic.client;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** One connection of a socket. It tells what it receives and, once, that it has ended. */
final class Connection implements WebSocket.Listener {
    private static final String PROTOCOL = "nomic.v1";

    private final BiConsumer<Connection, ObjectNode> frames;
    private final StringBuilder text = new StringBuilder();
    private volatile long heard = System.nanoTime();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /**
     * @param frames gets each frame
     * @param end is told that there are no more
     */
    Connection(BiConsumer<Connection, ObjectNode> frames, Consumer<Connection> end) {
        this.frames = frames;
        whenEnded(() -> end.accept(this));
    }

    /** Does something once it has ended, or at once if it has. */
    void whenEnded(Runnable act) {
        var _ = ended.thenRun(act);
    }

    /** Opens it. */
    WebSocket open(HttpClient http, URI socket) throws IOException {
        try {
            return http.newWebSocketBuilder()
                    .subprotocols(PROTOCOL)
                    .buildAsync(socket, this)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    /** Sends a frame; one at a time. */
    static void send(WebSocket socket, String frame) {
        try {
            socket.sendText(frame, true).join();
        } catch (CompletionException e) {
            throw new UncheckedIOException(new IOException(e.getCause()));
        }
    }

    /** For how many nanoseconds nothing was heard of the server. */
    long silence() {
        return System.nanoTime() - heard;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        heard = System.nanoTime();
        text.append(part);
        if (last) {
            String whole = text.toString();
            text.setLength(0);
            if (Json.read(whole) instanceof ObjectNode frame) {
                frames.accept(this, frame);
            }
        }
        return WebSocket.Listener.super.onText(socket, part, last);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        heard = System.nanoTime();
        return WebSocket.Listener.super.onPing(socket, message);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        ended.complete(null);
        return WebSocket.Listener.super.onClose(socket, status, reason);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        ended.complete(null);
    }
}
