package nomic.record;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines, of which each ends with a line feed and none is longer than a record allows. */
final class Lines implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final long most;
    private long read;

    /**
     * @param most how many bytes are read at most
     */
    Lines(InputStream in, long most) {
        this.in = new BufferedInputStream(in, BUFFER);
        this.most = most;
    }

    /** A line that is too long, or does not end. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    /** The next line without its line feed; null after the last. */
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            int next = in.read();
            if (next < 0) {
                if (line.size() == 0) {
                    return null;
                }
                throw new Unreadable("it does not end with a line feed: the file is cut off");
            }
            read++;
            if (read > most) {
                throw new Unreadable("the file has more than " + most + " bytes");
            }
            if (next == '\n') {
                return line.toByteArray();
            }
            if (line.size() == Line.longest()) {
                throw new Unreadable("it has more than " + Line.longest() + " bytes");
            }
            line.write(next);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
