package nomic.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client of the socket that writes frames and never reads what is said to it. */
final class SilentClient implements AutoCloseable {
    private static final int MOST_FRAMES = 2_000_000;

    private final Socket socket;
    private boolean ended;

    private SilentClient(Socket socket) {
        this.socket = socket;
    }

    static SilentClient connect(Api api) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(new java.net.InetSocketAddress("127.0.0.1", api.server().getPort()));
            socket.getOutputStream()
                    .write(
                            """
                            GET /ws HTTP/1.1\r
                            Host: localhost\r
                            Connection: Upgrade\r
                            Upgrade: websocket\r
                            Sec-WebSocket-Version: 13\r
                            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                            \r
                            """
                                    .getBytes(StandardCharsets.US_ASCII));
            return new SilentClient(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a frame again and again until the server ends the connection. */
    void flood(String text) {
        byte[] frame = masked(text);
        try {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < MOST_FRAMES; i++) {
                out.write(frame);
            }
        } catch (IOException e) {
            ended = true;
        }
    }

    boolean ended() {
        return ended;
    }

    /** A text frame of 126 to 65,535 bytes with a mask of zeros. */
    private static byte[] masked(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[payload.length + 8];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | 126);
        frame[2] = (byte) (payload.length >> 8);
        frame[3] = (byte) payload.length;
        System.arraycopy(payload, 0, frame, 8, payload.length);
        return frame;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
