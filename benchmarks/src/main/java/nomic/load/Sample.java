package nomic.load;

import java.util.Arrays;
import java.util.Locale;

/** Measured times in nanoseconds. */
record Sample(long[] nanos) {
    Sample {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    /** Milliseconds below which a share of all are. */
    String millis(double share) {
        int index = (int) Math.min(nanos.length - 1L, Math.round(nanos.length * share));
        return String.format(Locale.ROOT, "%.1f", nanos[index] / 1e6);
    }
}
