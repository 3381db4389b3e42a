package nomic.worker;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A system call that a confined process may make, always or under a condition. */
record SystemCall(int number, @Nullable Condition condition) {
    private static final String LIST = "system-calls.txt";
    private static final String NONE = "-";

    /** The lower half of an argument, 0 to 5, must have this value in the bits of the mask. */
    record Condition(int argument, int mask, int value) {}

    /** The calls of the list that this architecture has, in the order of the list. */
    static List<SystemCall> listed(Architecture architecture, int process) {
        var calls = new ArrayList<SystemCall>();
        for (String line : list().lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split(" +");
            String number = words[1 + architecture.ordinal()];
            if (!number.equals(NONE)) {
                calls.add(new SystemCall(Integer.parseInt(number), condition(words, process)));
            }
        }
        return calls;
    }

    /** Of {@code NAME NUMBER NUMBER ARGUMENT & MASK = VALUE}, where that much is written. */
    private static @Nullable Condition condition(String[] words, int process) {
        if (words.length == 3) {
            return null;
        }
        int value = words[7].equals("self") ? process : Integer.decode(words[7]);
        return new Condition(Integer.parseInt(words[3]), (int) (long) Long.decode(words[5]), value);
    }

    private static String list() {
        try (var file = SystemCall.class.getResourceAsStream(LIST)) {
            return new String(
                    Objects.requireNonNull(file, LIST).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + LIST, e);
        }
    }
}
