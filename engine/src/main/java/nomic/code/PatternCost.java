package nomic.code;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many ways through a regular expression there can be at one place of a text without a look at
 * the next character: alternatives, groups that may be left out, and repeats of what may be empty
 * multiply. No more than an estimate from above.
 */
final class PatternCost {
    private static final int MOST = 100_000;

    private final String regex;
    private int at;

    private PatternCost(String regex) {
        this.regex = regex;
    }

    /**
     * @throws IllegalArgumentException when there are too many ways
     */
    static int of(String regex) {
        return new PatternCost(regex).ways();
    }

    private int ways() {
        Deque<long[]> open = new ArrayDeque<>();
        open.push(new long[] {1, 1});
        while (at < regex.length()) {
            char c = regex.charAt(at++);
            switch (c) {
                case '\\' -> {
                    boolean empty = at < regex.length() && isEmptyOrGroup(regex.charAt(at));
                    at++;
                    if (empty) {
                        multiply(open, repeated(2));
                    }
                }
                case '[' -> skipClass();
                case '(' -> open.push(new long[] {1, 1});
                case '|' -> open.peek()[1]++;
                case ')' -> {
                    if (open.size() > 1) {
                        long[] group = open.pop();
                        multiply(open, repeated(bounded(group[0] * group[1])));
                    }
                }
                case '^', '$' -> multiply(open, repeated(1));
                default -> {}
            }
        }
        long ways = 1;
        for (long[] group : open) {
            ways = bounded(ways * group[0] * group[1]);
        }
        return (int) ways;
    }

    /** Bounds of words and texts, and references to groups, match nothing. */
    private static boolean isEmptyOrGroup(char escaped) {
        return "bBAGzZkRX123456789".indexOf(escaped) >= 0;
    }

    private void skipClass() {
        int depth = 1;
        while (at < regex.length() && depth > 0) {
            switch (regex.charAt(at++)) {
                case '\\' -> at++;
                case '[' -> depth++;
                case ']' -> depth--;
                default -> {}
            }
        }
    }

    private static void multiply(Deque<long[]> open, long ways) {
        open.peek()[0] = bounded(open.peek()[0] * ways);
    }

    /** The ways through what stands before, with the quantifier that follows. */
    private long repeated(long ways) {
        if (at >= regex.length()) {
            return ways;
        }
        return switch (regex.charAt(at)) {
            case '?', '*', '+' -> bounded(ways + 1);
            case '{' -> repeated(ways, most());
            default -> ways;
        };
    }

    private static long repeated(long ways, long times) {
        long all = Math.max(1, times);
        for (int i = 0; i < times && ways > 1; i++) {
            all = bounded(all * ways);
        }
        return bounded(all);
    }

    /** The higher number of a repeat such as {@code {2,5}}. */
    private long most() {
        int end = regex.indexOf('}', at);
        var numbers = regex.substring(at + 1, end < 0 ? regex.length() : end).split(",", -1);
        long most = 1;
        for (var number : numbers) {
            if (number.matches("\\d{1,9}")) {
                most = Math.max(most, Long.parseLong(number));
            } else if (!number.isEmpty()) {
                most = MOST + 1L;
            }
        }
        return bounded(most);
    }

    private static long bounded(long ways) {
        if (ways > MOST) {
            throw new IllegalArgumentException(
                    "A pattern with more than "
                            + MOST
                            + " ways to match: it needs fewer alternatives and repeats");
        }
        return ways;
    }
}
