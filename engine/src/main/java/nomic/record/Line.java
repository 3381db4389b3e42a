package nomic.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The kinds of lines of a record, by the one member that a line has. */
enum Line {
    HEADER(64 * 1024),
    ENTRY(64 * 1024 * 1024),
    TRAILER(64 * 1024);

    /** How many bytes it may have. */
    private final int longest;

    Line(int longest) {
        this.longest = longest;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a line is of this kind, as far as its beginning and its length say. */
    boolean is(byte[] text) {
        byte[] begin = ("{\"" + word() + "\":").getBytes(StandardCharsets.US_ASCII);
        return text.length <= longest
                && text.length > begin.length
                && Arrays.equals(text, 0, begin.length, begin, 0, begin.length);
    }

    static int longest() {
        return ENTRY.longest;
    }

    /** The value of a line of this kind, which is the whole of it but its name. */
    String value(byte[] text) {
        String line = new String(text, StandardCharsets.US_ASCII);
        return line.substring(word().length() + 4, line.length() - 1);
    }
}
