package nomic.server.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.common.buffers.DataReader;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * Reads the frames of a client and holds it to RFC 6455: what is masked, whole, in turn and UTF-8
 * is handed on, and all else is a breach. No more is kept than one text of the longest length.
 */
final class FrameReader {
    static final int LONGEST = 256 * 1024;
    private static final int LONGEST_CONTROL = 125;
    private static final byte[] NOTHING = new byte[0];
    private static final int FIN = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;

    private final DataReader in;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(0);
    private boolean amidText;

    /**
     * @param in throws {@link DataReader.InsufficientDataAvailableException} at its end
     */
    FrameReader(DataReader in) {
        this.in = in;
    }

    /** Waits for the next that is whole. */
    Heard next() throws Breach {
        while (true) {
            int first = in.read() & 0xff;
            boolean last = (first & FIN) != 0;
            require((first & RESERVED) == 0);
            int second = in.read() & 0xff;
            require((second & MASKED) != 0);
            switch (first & 0x0f) {
                case 0 -> {
                    require(amidText);
                    add(payload(second));
                }
                case 1 -> {
                    require(!amidText);
                    add(payload(second));
                }
                case 2 -> {
                    require(!amidText);
                    throw new Breach(End.BINARY);
                }
                case 8 -> {
                    return close(control(last, second));
                }
                case 9 -> {
                    return new Heard.Ping(control(last, second));
                }
                case 10 -> {
                    byte[] _ = control(last, second);
                    return new Heard.Pong();
                }
                default -> throw new Breach(End.BROKEN_FRAMES);
            }
            amidText = !last;
            if (last) {
                byte[] whole = text.toByteArray();
                text.reset();
                return new Heard.Text(decoded(ByteBuffer.wrap(whole)));
            }
        }
    }

    private static void require(boolean holds) throws Breach {
        if (!holds) {
            throw new Breach(End.BROKEN_FRAMES);
        }
    }

    private void add(byte[] part) {
        text.writeBytes(part);
    }

    private byte[] control(boolean last, int second) throws Breach {
        require(last && (second & ~MASKED) <= LONGEST_CONTROL);
        return unmasked(second & ~MASKED);
    }

    private byte[] payload(int second) throws Breach {
        long length = second & ~MASKED;
        if (length == 126) {
            length = number(2);
            require(length >= 126);
        } else if (length == 127) {
            length = number(8);
            require(length >= 1 << 16);
        }
        if (length > LONGEST - text.size()) {
            throw new Breach(End.TOO_LONG);
        }
        return unmasked((int) length);
    }

    private long number(int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | in.read() & 0xff;
        }
        return number;
    }

    private byte[] unmasked(int length) {
        byte[] mask = in.readBytes(4);
        byte[] data = length == 0 ? NOTHING : in.readBytes(length); // none would be waited for
        for (int i = 0; i < length; i++) {
            data[i] ^= mask[i & 3];
        }
        return data;
    }

    private static Heard close(byte[] data) throws Breach {
        if (data.length == 0) {
            return new Heard.Close(1000);
        }
        require(data.length > 1);
        int code = (data[0] & 0xff) << 8 | data[1] & 0xff;
        require(mayBeSent(code));
        String _ = decoded(ByteBuffer.wrap(data, 2, data.length - 2));
        return new Heard.Close(code);
    }

    /** Some codes are reserved, or only for what an endpoint tells itself, such as 1005. */
    private static boolean mayBeSent(int code) {
        return code >= 3000 && code < 5000
                || code >= 1000 && code <= 1014 && (code < 1004 || code > 1006);
    }

    private static String decoded(ByteBuffer bytes) throws Breach {
        try {
            return UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new Breach(End.NOT_UTF8);
        }
    }
}
