package nomic.worker;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;

import nomic.code.Built;
import nomic.game.Canonical;
import nomic.preview.Subject;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Messages over two streams: four bytes of length, then JSON. */
final class Pipe {
    private static final int LONGEST = 64 << 20;
    private static final JsonMapper MAPPER = mapper();

    private final DataInputStream in;
    private final DataOutputStream out;

    Pipe(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = Canonical.json().rebuild();
        for (Class<?> sealed :
                new Class<?>[] {ToWorker.class, FromWorker.class, Built.class, Subject.class}) {
            for (Class<?> permitted : sealed.getPermittedSubclasses()) {
                builder.registerSubtypes(new NamedType(permitted, permitted.getSimpleName()));
            }
        }
        return builder.build();
    }

    synchronized void send(Object message) throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(message);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Waits for a message; an {@link java.io.EOFException} says that the other end is gone. */
    <T> T receive(Class<T> type) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("A message of " + length + " bytes is no message");
        }
        byte[] bytes = in.readNBytes(length);
        return MAPPER.readValue(bytes, type);
    }
}
