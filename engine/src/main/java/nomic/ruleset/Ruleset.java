package nomic.ruleset;

import nomic.game.Command;
import nomic.game.Limits;

import java.util.List;

/**
 * A named set of initial rules.
 *
 * @param name what a game is created with: the name of its folder
 * @param description a sentence or two for those who choose a ruleset
 */
public record Ruleset(
        String name, String title, String description, List<Command.FoundingRule> rules) {
    public Ruleset {
        rules = List.copyOf(rules);
    }

    /** This ruleset without the rules of some numbers. */
    public Ruleset without(List<Integer> numbers) {
        return new Ruleset(
                name,
                title,
                description,
                rules.stream().filter(rule -> !numbers.contains(rule.number())).toList());
    }

    /** The command that founds a game with this ruleset and the standard limits. */
    public Command.CreateGame game(String gameName) {
        return game(gameName, Limits.STANDARD);
    }

    /** The command that founds a game with this ruleset. */
    public Command.CreateGame game(String gameName, Limits limits) {
        return new Command.CreateGame(gameName, name, rules, limits);
    }
}
