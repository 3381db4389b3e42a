package nomic.game;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A fact that rules keep from all but some players.
 *
 * @param key of the fact, as {@code Fact/12}, {@code Offer/3} or {@code Ballot/301/ann}
 * @param type of the fact
 * @param players who may see it
 * @param salt 64 hex digits that nobody can foresee: hashes of the state say nothing of the fact
 */
public record Secret(String key, String type, SortedSet<String> players, String salt) {
    public Secret {
        players = Collections.unmodifiableSortedSet(new TreeSet<>(players));
    }

    public static String fact(int id) {
        return "Fact/" + id;
    }

    public static String offer(int id) {
        return "Offer/" + id;
    }

    public static String ballot(int proposal, String voter) {
        return "Ballot/" + proposal + "/" + voter;
    }

    /** Whether it is kept from somebody; null is a stranger. */
    public boolean isKeptFrom(@Nullable String viewer) {
        return viewer == null || !players.contains(viewer);
    }
}
