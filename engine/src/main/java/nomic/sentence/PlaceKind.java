package nomic.sentence;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can stand in a place of a sentence; the name of the place says it. */
enum PlaceKind {
    NUMBER("a whole number, such as 10"),
    PLAYER(
            "a player: a name in quotes, such as \"ann\", or words such as that player; for all of"
                    + " them, write for every active player under When"),
    PROPOSAL("a proposal, such as proposal 301 or that proposal"),
    RULE("a rule, such as rule 203 or that rule"),
    CASE("a case, such as case 1 or that case"),
    ASSET("what players hold: one word, such as points or coins"),
    TEXT("a text in quotes"),
    CHOICE("for, against or abstention"),
    ANSWER("true, false, paradox, undecidable or impossible"),
    STANDING("active, idle or away"),
    TIME("a time, such as 2 days"),
    INPUT("what an action asks for, such as a number \"stake\" from 1 to 5"),
    VALUE("a number, a text in quotes, or words such as that player");

    private final String takes;

    PlaceKind(String takes) {
        this.takes = takes;
    }

    /** What it takes, in words. */
    String takes() {
        return takes;
    }

    /** The word that names the kind in a DSL. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words for all kinds. */
    static List<String> words() {
        return Arrays.stream(values()).map(PlaceKind::word).toList();
    }

    /** The kind that a word names, or null. */
    static @Nullable PlaceKind named(String word) {
        for (PlaceKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    /** The kind of a place: its name without digits at the end; any other takes every value. */
    static PlaceKind of(String place) {
        int end = place.length();
        while (end > 0 && Character.isDigit(place.charAt(end - 1))) {
            end--;
        }
        PlaceKind kind = named(place.substring(0, end));
        return kind == null ? VALUE : kind;
    }

    /** Whether words of another kind can stand here. */
    boolean takes(PlaceKind kind) {
        return this == kind || this == VALUE;
    }
}
