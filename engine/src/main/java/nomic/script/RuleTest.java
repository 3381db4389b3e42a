package nomic.script;

import nomic.game.Decided;
import nomic.game.Decider;
import nomic.game.Event;
import nomic.game.GameState;
import nomic.game.OwnFact;
import nomic.ruleset.MalformedFile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A scripted game that a rule carries to show what it does. It is played on a whole rulebook from
 * the start: players join, what is given is given, moves are made.
 */
public final class RuleTest {
    private static final String NAME = "tests";
    private static final String RULE = "rule";
    private static final int MOST_TESTS = 20;
    private static final Set<String> MEMBERS =
            Set.of("title", "players", "seed", "begins", "given", "moves");
    private static final Set<String> GIVEN = Set.of("holdings", "facts");
    private static final List<String> PLAYERS = List.of("ann", "bob", "cyd");

    private final StepReader read = new StepReader(NAME, null);
    private final Node.Mapping test;
    private final String title;

    private RuleTest(Node.Mapping test) {
        this.test = test;
        test.entries().forEach((key, value) -> read.known(key, value, MEMBERS));
        this.title = read.text(read.member(test, "title"));
    }

    /** What can be said of a fact before it is given. */
    public interface Facts {
        /** The id of the rule whose type it is: of the one that carries the test, or imported. */
        int ruleOf(String type);

        /** Why it is no fact of its rule, as a sentence; null where it is one. */
        @Nullable String wrong(OwnFact fact);
    }

    /** Reads one test or a list of them; throws {@link MalformedFile}. */
    public static List<RuleTest> read(String yaml) {
        Node all = Node.read(NAME, yaml);
        var read = new StepReader(NAME, null);
        List<Node> items = all instanceof Node.Mapping ? List.of(all) : read.items(all);
        if (items.size() > MOST_TESTS) {
            throw read.malformed(
                    all,
                    "There are " + items.size() + " tests",
                    "Keep the best " + MOST_TESTS + " of them.");
        }
        return items.stream().map(item -> new RuleTest(read.mapping(item))).toList();
    }

    public String title() {
        return title;
    }

    public int line() {
        return test.line();
    }

    /**
     * Plays the game up to its end or the first step that fails; throws {@link MalformedFile}.
     *
     * @param ground a game whose rulebook it is played on
     * @param rule the id of the rule that carries the test
     * @return what did not come as expected
     */
    public List<Failure> play(GameState ground, int rule, Decider decider, Facts facts) {
        List<String> players = players();
        var table = new Table(decider, read.seed(test), read.begins(test));
        List<Decided> opened = table.openAnew(ground, players);
        var failures = Expectation.NOTHING.failures(line(), opened, table.state());
        if (!failures.isEmpty()) {
            return failures;
        }
        table.give(given(table.state(), facts));
        for (Step step : steps(ground.numberOf(rule))) {
            List<Decided> decided = step.play(table);
            failures = step.expected().failures(step.line(), decided, table.state());
            if (!failures.isEmpty()) {
                return failures;
            }
        }
        return List.of();
    }

    /** What is proposed is in words alone: one check of code is enough for a proposal. */
    private List<Step> steps(int number) {
        Node moves = told(read.member(test, "moves"), number);
        List<Step> steps = read.steps(moves);
        for (Step step : steps) {
            if (step instanceof Step.Moved moved && moved.bringsCode()) {
                throw read.malformed(
                        moves,
                        "The move in line " + step.line() + " brings code",
                        "Propose words alone in a test: title and prose.");
            }
        }
        return steps;
    }

    /**
     * With the number of the rule in place of {@code rule: this}, which its author may not know.
     */
    private static Node told(Node node, int number) {
        return switch (node) {
            case Node.Scalar scalar -> scalar;
            case Node.Sequence(int line, List<Node> items) ->
                    new Node.Sequence(
                            line, items.stream().map(item -> told(item, number)).toList());
            case Node.Mapping(int line, Map<String, Node> entries) -> {
                var told = new LinkedHashMap<String, Node>();
                entries.forEach((key, value) -> told.put(key, told(value, number)));
                told.computeIfPresent(
                        RULE, (_, value) -> isThis(value) ? of(value, number) : value);
                yield new Node.Mapping(line, told);
            }
        };
    }

    private static boolean isThis(Node value) {
        return value instanceof Node.Scalar scalar && scalar.text().equals("this");
    }

    private static Node of(Node place, int number) {
        return new Node.Scalar(place.line(), Integer.toString(number), (long) number);
    }

    private List<String> players() {
        return test.entries().containsKey("players") ? read.players(test) : PLAYERS;
    }

    private List<Event> given(GameState state, Facts facts) {
        Node given = test.entries().get("given");
        if (given == null) {
            return List.of();
        }
        Node.Mapping named = read.mapping(given);
        named.entries().forEach((key, value) -> read.known(key, value, GIVEN));
        var events = new ArrayList<Event>();
        Node holdings = named.entries().get("holdings");
        if (holdings != null) {
            read.mapping(holdings)
                    .entries()
                    .forEach((owner, assets) -> events.addAll(holdings(owner, assets, state)));
        }
        Node own = named.entries().get("facts");
        if (own != null) {
            int id = state.nextFact();
            for (Node fact : read.items(own)) {
                events.add(
                        fact(new OwnFactReader(read).fact(id++, facts, fact), fact, state, facts));
            }
        }
        return events;
    }

    private List<Event> holdings(String owner, Node assets, GameState state) {
        if (!state.players().containsKey(owner)) {
            throw read.malformed(
                    assets, owner + " does not play", "Players are " + state.players().keySet());
        }
        var events = new ArrayList<Event>();
        read.mapping(assets)
                .entries()
                .forEach(
                        (asset, amount) ->
                                events.add(
                                        new Event.HoldingChanged(
                                                owner,
                                                asset,
                                                state.holding(owner, asset),
                                                read.number(amount))));
        return events;
    }

    private Event fact(OwnFact fact, Node node, GameState state, Facts facts) {
        String wrong = facts.wrong(fact);
        if (wrong != null) {
            throw read.malformed(node, wrong, "Give it the fields of its declaration.");
        }
        return new Event.FactInserted(
                fact.id(), state.numberOf(fact.rule()), fact.rule(), fact.type(), fact.fields());
    }
}
