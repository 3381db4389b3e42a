package nomic.log;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What went wrong and where, without messages: these may quote what players wrote. */
public final class Trace {
    private static final int FRAMES = 12;

    private Trace() {}

    public static String of(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            trace.append(trace.isEmpty() ? "" : "\ncaused by ").append(e.getClass().getName());
            trace.append(
                    Arrays.stream(e.getStackTrace())
                            .limit(FRAMES)
                            .map(frame -> "\n    at " + frame)
                            .collect(Collectors.joining()));
        }
        return trace.toString();
    }
}
