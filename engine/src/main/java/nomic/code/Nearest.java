package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that an author may have meant. */
public final class Nearest {
    private Nearest() {}

    private static final int SHORTEST_PART = 4;
    private static final int LONGEST = 60;

    /** The most similar name, else one that the word is a part of; null where there is none. */
    public static @Nullable String to(String word, Collection<String> names) {
        if (word.length() > LONGEST) {
            return null;
        }
        String best = null;
        int least = tolerance(word.length()) + 1;
        for (var name : names) {
            int distance = distance(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best == null ? withPart(word, names) : best;
    }

    private static int tolerance(int length) {
        return length <= 3 ? 1 : Math.max(2, length / 3);
    }

    private static @Nullable String withPart(String word, Collection<String> names) {
        var part = word.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> word.length() >= SHORTEST_PART)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                .min(Comparator.comparingInt(String::length).thenComparing(name -> name))
                .orElse(null);
    }

    /** "Maybe you meant `name`." or nothing. */
    public static String maybe(String word, Collection<String> names) {
        var nearest = to(word, names);
        return nearest == null ? "" : "Maybe you meant `" + nearest + "`.";
    }

    /** The most similar name, or all of them where none is similar. */
    public static String hint(String word, Collection<String> names, String introduction) {
        var maybe = maybe(word, names);
        return maybe.isEmpty() ? introduction + String.join(", ", names) + "." : maybe;
    }

    /** The number of letters to insert, delete, replace or exchange with the next. */
    private static int distance(String from, String to) {
        var rows = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, from, to, i, j);
            }
        }
        return rows[from.length()][to.length()];
    }

    private static int cheapest(int[][] rows, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int cost = rows[i - 1][j - 1] + (same ? 0 : 1);
        cost = Math.min(cost, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean exchanged =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return exchanged ? Math.min(cost, rows[i - 2][j - 2] + 1) : cost;
    }
}
