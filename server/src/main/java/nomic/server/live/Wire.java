package nomic.server.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** The bytes of the frames that the server sends: never masked, never in fragments. */
final class Wire {
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8a;

    private Wire() {}

    static byte[] text(String text) {
        return frame(TEXT, text.getBytes(UTF_8));
    }

    static byte[] ping() {
        return frame(PING, new byte[0]);
    }

    static byte[] pong(byte[] data) {
        return frame(PONG, data);
    }

    static byte[] close(int code, String reason) {
        byte[] words = reason.getBytes(UTF_8);
        return frame(
                CLOSE,
                ByteBuffer.allocate(2 + words.length).putShort((short) code).put(words).array());
    }

    private static byte[] frame(int first, byte[] data) {
        int length = data.length;
        ByteBuffer frame;
        if (length < 126) {
            frame = ByteBuffer.allocate(length + 2).put((byte) first).put((byte) length);
        } else if (length < 1 << 16) {
            frame = ByteBuffer.allocate(length + 4).put((byte) first).put((byte) 126);
            frame.putShort((short) length);
        } else {
            frame = ByteBuffer.allocate(length + 10).put((byte) first).put((byte) 127);
            frame.putLong(length);
        }
        return frame.put(data).array();
    }
}
