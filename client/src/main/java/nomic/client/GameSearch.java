package nomic.client;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which games to list; null asks for nothing in this regard.
 *
 * @param words what the name contains, in any case
 * @param joinable whether they can be joined without approval
 * @param mine whether those of which you are master or player, or to which you are invited
 */
public record GameSearch(
        Game.@Nullable Status status,
        @Nullable String ruleset,
        @Nullable String words,
        @Nullable Boolean joinable,
        boolean mine) {
    /** All public games. */
    public static final GameSearch ALL = new GameSearch(null, null, null, null, false);

    /** Your own games. */
    public static final GameSearch MINE = new GameSearch(null, null, null, null, true);

    /** Public games that have not begun and that anybody may join. */
    public static final GameSearch TO_JOIN =
            new GameSearch(Game.Status.OPEN, null, null, true, false);

    public GameSearch withStatus(Game.Status other) {
        return new GameSearch(other, ruleset, words, joinable, mine);
    }

    public GameSearch withRuleset(String other) {
        return new GameSearch(status, other, words, joinable, mine);
    }

    public GameSearch withWords(String other) {
        return new GameSearch(status, ruleset, other, joinable, mine);
    }

    Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        if (status != null) {
            parameters.put("status", status.name().toLowerCase(Locale.ROOT));
        }
        if (ruleset != null) {
            parameters.put("ruleset", ruleset);
        }
        if (words != null) {
            parameters.put("q", words);
        }
        if (joinable != null) {
            parameters.put("joinable", joinable);
        }
        if (mine) {
            parameters.put("mine", true);
        }
        return parameters;
    }
}
