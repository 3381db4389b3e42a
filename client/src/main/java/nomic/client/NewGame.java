package nomic.client;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * A game to create.
 *
 * @param name what people call it, 1 to 100 characters
 * @param ruleset the rules that it begins with; null for {@code suber}
 * @param rulebookOf instead of a ruleset: the id of a game with whose rules it begins
 * @param play whether you join it
 * @param approval whether you let each player in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewGame(
        String name,
        @Nullable String ruleset,
        @Nullable String rulebookOf,
        boolean play,
        Visibility visibility,
        boolean approval) {
    /** A public game with Suber's rules in which you play. */
    public static NewGame named(String name) {
        return new NewGame(name, null, null, true, Visibility.PUBLIC, false);
    }

    public NewGame withRuleset(String other) {
        return new NewGame(name, other, null, play, visibility, approval);
    }

    /** With the rules in force of another game. */
    public NewGame withRulebookOf(String game) {
        return new NewGame(name, null, game, play, visibility, approval);
    }

    /** You are its master, and do not play. */
    public NewGame withoutMe() {
        return new NewGame(name, ruleset, rulebookOf, false, visibility, approval);
    }

    public NewGame seenBy(Visibility other) {
        return new NewGame(name, ruleset, rulebookOf, play, other, approval);
    }

    /** You let each player in. */
    public NewGame withApproval() {
        return new NewGame(name, ruleset, rulebookOf, play, visibility, true);
    }
}
