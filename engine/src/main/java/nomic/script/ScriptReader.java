package nomic.script;

import nomic.game.Command;
import nomic.game.Limits;
import nomic.ruleset.Ruleset;
import nomic.ruleset.Rulesets;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns the YAML of a script into its steps. */
record ScriptReader(StepReader read, Rulesets rulesets, Limits limits) {
    private static final Set<String> MEMBERS =
            Set.of(
                    "title", "ruleset", "without", "rules", "players", "seed", "begins", "expect",
                    "state", "moves");

    List<Step> steps(Node.Mapping game) {
        game.entries().forEach((key, value) -> read.known(key, value, MEMBERS));
        var steps = new ArrayList<Step>();
        steps.add(
                new Step.Opening(
                        game.line(), founding(game), players(game), read.expectation(game)));
        steps.addAll(read.steps(read.member(game, "moves")));
        return steps;
    }

    long seed(Node.Mapping game) {
        Node seed = game.entries().get("seed");
        return seed == null ? 1 : read.number(seed);
    }

    Instant begins(Node.Mapping game) {
        Node begins = game.entries().get("begins");
        try {
            return begins == null ? ScriptedGame.BEGINS : Instant.parse(read.text(begins));
        } catch (DateTimeParseException _) {
            throw read.malformed(
                    game, "begins is no time", "Write a time such as 2026-01-01T12:00:00Z.");
        }
    }

    private Command.CreateGame founding(Node.Mapping game) {
        Node title = game.entries().get("title");
        Ruleset ruleset = ruleset(game);
        return ruleset.game(title == null ? "A scripted game" : read.text(title), limits);
    }

    private Ruleset ruleset(Node.Mapping game) {
        Node named = game.entries().get("ruleset");
        Ruleset base = named == null ? rulesets.find("empty") : rulesets.find(read.text(named));
        if (base == null) {
            throw read.malformed(
                    named == null ? game : named,
                    "There is no such ruleset",
                    "Write one of " + rulesets.all().stream().map(Ruleset::name).toList() + ".");
        }
        Node without = game.entries().get("without");
        Ruleset rest =
                without == null
                        ? base
                        : base.without(read.items(without).stream().map(read::integer).toList());
        var rules = new ArrayList<>(rest.rules());
        Node added = game.entries().get("rules");
        if (added != null) {
            read.items(added).forEach(rule -> rules.add(rule(read.mapping(rule))));
        }
        return new Ruleset(rest.name(), rest.title(), rest.description(), rules);
    }

    private Command.FoundingRule rule(Node.Mapping rule) {
        return new Command.FoundingRule(
                read.integer(read.member(rule, "number")),
                read.optional(rule, "title", "Rule " + read.text(read.member(rule, "number"))),
                !read.optional(rule, "class", "mutable").equals("immutable"),
                read.optional(rule, "prose", ""),
                read.optional(rule, "code", ""));
    }

    private List<String> players(Node.Mapping game) {
        Node players = read.member(game, "players");
        if (read.items(players).isEmpty()) {
            throw read.malformed(players, "Nobody plays", "Name at least one player.");
        }
        return read.items(players).stream().map(read::text).toList();
    }
}
