package nomic.code;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a process leaves behind when it is killed: which rule ran. A small file that the process
 * maps and writes while it works on one thing at a time, and that its parent reads afterwards. A
 * process without the file notes nothing.
 */
public final class BlackBox {
    private static final int SIZE = 512;
    private static final int RULE = 0;
    private static final int LEGALITY = 4;
    private static final int LOADED = 8;
    private static final int PAIRS = 12;
    private static final int MOST_PAIRS = (SIZE - PAIRS) / 8;

    private static @Nullable MappedByteBuffer box;

    private BlackBox() {}

    /**
     * What the file of a dead process says.
     *
     * @param rule the id of the rule that ran last; 0 for the engine itself
     * @param legality whether it judged
     * @param revisions by rule id, of the rules that were loaded in mid-command
     */
    public record Reading(int rule, boolean legality, SortedMap<Integer, Integer> revisions) {}

    /** Makes the file. */
    public static void make(Path file) throws IOException {
        Files.write(file, new byte[SIZE]);
    }

    /** Notes in this file from now on. */
    public static void open(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            box = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
        }
    }

    /** Reads the file of a process that has ended. */
    public static Reading read(Path file) throws IOException {
        ByteBuffer read = ByteBuffer.wrap(Files.readAllBytes(file));
        var revisions = new TreeMap<Integer, Integer>();
        int loaded = Math.clamp(read.getInt(LOADED), 0, MOST_PAIRS);
        for (int i = 0; i < loaded; i++) {
            revisions.put(read.getInt(PAIRS + 8 * i), read.getInt(PAIRS + 8 * i + 4));
        }
        return new Reading(read.getInt(RULE), read.getInt(LEGALITY) != 0, revisions);
    }

    /** A new piece of work begins. */
    public static void begin() {
        MappedByteBuffer to = box;
        if (to != null) {
            to.putInt(RULE, 0).putInt(LEGALITY, 0).putInt(LOADED, 0);
        }
    }

    /** The rule that runs from now on. */
    public static void rule(int ruleId) {
        MappedByteBuffer to = box;
        if (to != null) {
            to.putInt(RULE, ruleId);
        }
    }

    /** Whether rules judge from now on. */
    public static void legality(boolean judging) {
        MappedByteBuffer to = box;
        if (to != null) {
            to.putInt(LEGALITY, judging ? 1 : 0);
        }
    }

    /** A revision is loaded in mid-command. */
    public static void loads(int ruleId, int revision) {
        MappedByteBuffer to = box;
        if (to != null) {
            int loaded = Math.min(to.getInt(LOADED), MOST_PAIRS - 1);
            to.putInt(PAIRS + 8 * loaded, ruleId).putInt(PAIRS + 8 * loaded + 4, revision);
            to.putInt(LOADED, loaded + 1);
        }
    }
}
