package nomic.server.game;

import nomic.game.Command.CreateGame;
import nomic.game.Command.FoundingRule;
import nomic.game.GameState;
import nomic.game.Limits;
import nomic.game.Origin;
import nomic.game.Revision;
import nomic.game.RuleEntry;
import nomic.log.Entry;
import nomic.log.GameId;
import nomic.log.Games.Snapshot;
import nomic.ruleset.Ruleset;
import nomic.ruleset.Rulesets;
import nomic.server.web.Body;
import nomic.server.web.ProblemType;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Where the rules of a game that is created come from: a ruleset, or the rulebook of a game. */
final class Foundation {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_RULES = 300;
    private static final long LONGEST_RULEBOOK = 1_000_000;

    private final Rulesets rulesets;
    private final Sight sight;
    private final Limits limits;

    Foundation(Rulesets rulesets, Sight sight, Limits limits) {
        this.rulesets = rulesets;
        this.sight = sight;
        this.limits = limits;
    }

    /**
     * The command that a body asks for.
     *
     * @param founder who asks
     * @param before what was decided under the same command id; null if nothing was
     */
    CreateGame read(String founder, Body body, @Nullable Entry before) {
        String name = body.text("name", LONGEST_NAME);
        String ruleset = body.textOrNull("ruleset", LONGEST_NAME);
        String rulebookOf = body.textOrNull("rulebookOf", LONGEST_NAME);
        if (rulebookOf == null) {
            return ruleset(ruleset == null ? Rulesets.STANDARD : ruleset).game(name, limits);
        }
        if (ruleset != null) {
            throw ProblemType.BAD_ARGUMENT
                    .because(
                            "A game begins with a ruleset or with the rulebook of another game:"
                                    + " leave 'ruleset' or 'rulebookOf' out.")
                    .rejection();
        }
        GameId other = game(rulebookOf);
        CreateGame same = sentBefore(name, other, before);
        if (same != null) {
            return same;
        }
        Snapshot snapshot = sight.of(other, founder);
        return rulebook(name, new Origin(other.value(), snapshot.head()), snapshot.state());
    }

    private Ruleset ruleset(String name) {
        Ruleset ruleset = rulesets.find(name);
        if (ruleset == null) {
            String known =
                    rulesets.all().stream().map(Ruleset::name).collect(Collectors.joining(", "));
            throw ProblemType.UNKNOWN_RULESET
                    .because("There is no ruleset " + name + "; there are " + known + ".")
                    .rejection();
        }
        return ruleset;
    }

    private static GameId game(String text) {
        GameId id = Sight.id(text);
        if (id == null) {
            throw Refusals.noGameId(text).rejection();
        }
        return id;
    }

    /** The rulebook may have changed since the command was sent first; the command has not. */
    private static @Nullable CreateGame sentBefore(
            String name, GameId other, @Nullable Entry before) {
        return before != null
                        && before.envelope().command() instanceof CreateGame create
                        && create.name().equals(name)
                        && create.rulebookOf() != null
                        && create.rulebookOf().game().equals(other.value())
                ? create
                : null;
    }

    /** The rules in force with their ids and present numbers; no history comes along. */
    CreateGame rulebook(String name, Origin origin, GameState state) {
        List<FoundingRule> rules =
                state.rulebook().values().stream()
                        .filter(RuleEntry::inForce)
                        .sorted(Comparator.comparingInt(RuleEntry::number))
                        .map(Foundation::founding)
                        .toList();
        checkSize(origin, rules);
        return new CreateGame(name, state.ruleset(), rules, limits, origin);
    }

    private static FoundingRule founding(RuleEntry rule) {
        Revision text = rule.text();
        return new FoundingRule(
                rule.number(),
                rule.id(),
                text.title(),
                rule.mutable(),
                text.prose(),
                text.code(),
                text.attachments());
    }

    private static void checkSize(Origin origin, List<FoundingRule> rules) {
        long length =
                rules.stream()
                        .mapToLong(rule -> rule.prose().length() + rule.code().length())
                        .sum();
        if (rules.size() > MOST_RULES || length > LONGEST_RULEBOOK) {
            throw ProblemType.BAD_ARGUMENT
                    .because(
                            "The rulebook of game %s has %d rules with %d characters; a game"
                                            .formatted(origin.game(), rules.size(), length)
                                    + " begins with at most %d rules and %d characters."
                                            .formatted(MOST_RULES, LONGEST_RULEBOOK))
                    .rejection();
        }
    }
}
