package nomic.server.cli;

import nomic.game.Limit;
import nomic.game.Limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What rules used in a trial, in lines for people. */
final class UseTable {
    private static final double NANOS_PER_MILLI = 1e6;

    private UseTable() {}

    /** The amounts of the tried rule, and the shares of all. */
    static List<String> of(List<Peak> peaks, int tried, Limits limits) {
        var lines = new ArrayList<String>();
        for (Peak peak : peaks) {
            if (peak.rule() == tried) {
                amounts(peak, limits, lines);
            }
        }
        if (!peaks.isEmpty()) {
            shares(peaks, limits, lines);
        }
        return lines;
    }

    private static void amounts(Peak peak, Limits limits, List<String> lines) {
        lines.add("Rule " + peak.rule() + " used at most, in one command:");
        for (Limit limit : Peak.CHARGED) {
            lines.add(
                    format(
                            "  %-8s %,11d of %,11d  %7s",
                            limit.word(),
                            peak.amount(limit),
                            limits.of(limit),
                            percent(peak.share(limit, limits))));
        }
        lines.add(format("  %-8s %,11.1f milliseconds", "time", millis(peak)));
    }

    private static void shares(List<Peak> peaks, Limits limits, List<String> lines) {
        lines.add("Shares of the limits that rules used at most, in one command:");
        var head = new StringBuilder("  rule");
        Peak.CHARGED.forEach(limit -> head.append(format("%9s", limit.word())));
        lines.add(head.append(format("%12s", "time")).toString());
        for (Peak peak : peaks) {
            var line = new StringBuilder(format("%6d", peak.rule()));
            for (Limit limit : Peak.CHARGED) {
                line.append(format("%9s", percent(peak.share(limit, limits))));
            }
            lines.add(line.append(format("%9.1f ms", millis(peak))).toString());
        }
    }

    private static double millis(Peak peak) {
        return peak.use().time() / NANOS_PER_MILLI;
    }

    private static String percent(double share) {
        return share > 0 && share < 0.01 ? "<0.01%" : format("%.2f%%", share);
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
