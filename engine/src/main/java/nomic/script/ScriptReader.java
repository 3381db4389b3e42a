package nomic.script;

import nomic.game.Command;
import nomic.game.Limits;
import nomic.ruleset.Ruleset;
import nomic.ruleset.Rulesets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
                        game.line(), founding(game), read.players(game), read.expectation(game)));
        steps.addAll(read.steps(read.member(game, "moves")));
        return steps;
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
                    "There is no ruleset " + (named == null ? "empty" : read.text(named)),
                    "Write one of "
                            + rulesets.all().stream()
                                    .map(Ruleset::name)
                                    .collect(Collectors.joining(", "))
                            + ".");
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
}
