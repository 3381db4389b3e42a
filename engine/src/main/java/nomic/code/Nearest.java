package nomic.code;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Locale;

/** Finds the name that an author may have meant. */
final class Nearest {
    private Nearest() {}

    /** The most similar name; null where none is similar. */
    static @Nullable String to(String word, Collection<String> names) {
        String best = null;
        int least = Math.max(2, word.length() / 2) + 1;
        for (var name : names) {
            int distance = distance(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    /** "Maybe you meant `name`." or nothing. */
    static String maybe(String word, Collection<String> names) {
        var nearest = to(word, names);
        return nearest == null ? "" : "Maybe you meant `" + nearest + "`.";
    }

    /** The most similar name, if any, and then all of them. */
    static String hint(String word, Collection<String> names, String introduction) {
        var all = introduction + String.join(", ", names) + ".";
        return (maybe(word, names) + " " + all).strip();
    }

    /** The number of letters to insert, delete or replace. */
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
