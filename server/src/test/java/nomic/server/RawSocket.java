package nomic.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A client of the socket that writes the bytes of frames itself, right or wrong. */
final class RawSocket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Socket socket;
    private final DataInputStream in;

    /** A frame of the server: its first byte, and what it carries. */
    record Frame(int first, byte[] data) {
        String text() {
            return new String(data, StandardCharsets.UTF_8);
        }
    }

    private RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    static RawSocket connect(Api api) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("127.0.0.1", api.server().getPort()));
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            RawSocket raw = new RawSocket(socket);
            raw.write(
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
            raw.readHead();
            return raw;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readHead() throws IOException {
        int ends = 0;
        while (ends < 4) {
            int next = in.readByte();
            ends = next == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : 0;
        }
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    RawSocket say(String text) {
        try {
            write(frame(0x81, text.getBytes(StandardCharsets.UTF_8)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawSocket subscribe(String game) {
        return say("{\"type\": \"subscribe\", \"game\": \"%s\"}".formatted(LiveClient.id(game)));
    }

    /** A masked frame. */
    static byte[] frame(int first, byte[] data) {
        byte[] mask = {17, 34, 51, 68};
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        if (data.length < 126) {
            frame.write(0x80 | data.length);
        } else if (data.length < 1 << 16) {
            frame.write(0x80 | 126);
            frame.writeBytes(ByteBuffer.allocate(2).putShort((short) data.length).array());
        } else {
            frame.write(0x80 | 127);
            frame.writeBytes(ByteBuffer.allocate(8).putLong(data.length).array());
        }
        frame.writeBytes(mask);
        for (int i = 0; i < data.length; i++) {
            frame.write(data[i] ^ mask[i % 4]);
        }
        return frame.toByteArray();
    }

    /** The next frame of the server. */
    Frame next() throws IOException {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        byte[] data = new byte[length];
        in.readFully(data);
        return new Frame(first, data);
    }

    /** The code with which the server closes; 0 where the connection ends without one. */
    int closeCode() {
        return closeCode(Duration.ZERO);
    }

    /** The same of a client that takes its time for each frame. */
    int closeCode(Duration pause) {
        try {
            while (true) {
                Frame frame = next();
                LockSupport.parkNanos(pause.toNanos());
                if (frame.first() == 0x88) {
                    return ByteBuffer.wrap(frame.data()).getShort() & 0xffff;
                }
            }
        } catch (IOException e) {
            return 0;
        }
    }

    /** Whether the server has ended the connection when all that it sent was read. */
    boolean isEnded() {
        try {
            while (in.read() >= 0) {
                // what is sent before the end
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
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
