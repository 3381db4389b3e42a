package nomic.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection to a server on which bytes are written as they come to mind. */
final class Wire implements AutoCloseable {
    private static final String UPGRADE =
            """
            GET /ws HTTP/1.1\r
            Host: localhost\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;

    private final Socket socket = new Socket();

    private Wire(Api server) {
        try {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("127.0.0.1", server.server().getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Wire to(Api server) {
        return new Wire(server);
    }

    /** One that has asked to become a WebSocket; nothing is ever read from it. */
    static Wire webSocket(Api server) {
        Wire wire = new Wire(server);
        wire.write(UPGRADE.getBytes(StandardCharsets.US_ASCII));
        return wire;
    }

    /** Writes bytes; false where the server has ended the connection. */
    boolean write(byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A frame as clients send it, of up to 65,535 bytes, with a mask of zeros. */
    static byte[] frame(int first, byte[] payload) {
        byte[] frame = new byte[payload.length + 8];
        frame[0] = (byte) first;
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
