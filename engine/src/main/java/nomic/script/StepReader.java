package nomic.script;

import nomic.code.Nearest;
import nomic.ruleset.MalformedFile;
import nomic.ruleset.RuleFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the YAML of moves and of what is expected of them into steps.
 *
 * @param name of the script, for messages
 * @param folder of the files that it names; null where it may name none
 */
record StepReader(String name, @Nullable Path folder) {
    private static final int MOST_TURNS = 1_000;
    private static final Set<String> REFUSAL =
            Set.of("rule", "fault", "problem", "diagnostic", "reason");
    private static final Set<String> EXPECTED = Set.of("expect", "refused", "state");

    List<Step> steps(Node moves) {
        return items(moves).stream().map(move -> step(mapping(move))).toList();
    }

    long seed(Node.Mapping game) {
        Node seed = game.entries().get("seed");
        return seed == null ? 1 : number(seed);
    }

    Instant begins(Node.Mapping game) {
        Node begins = game.entries().get("begins");
        try {
            return begins == null ? ScriptedGame.BEGINS : Instant.parse(text(begins));
        } catch (DateTimeParseException _) {
            throw malformed(
                    game, "begins is no time", "Write a time such as 2026-01-01T12:00:00Z.");
        }
    }

    List<String> players(Node.Mapping game) {
        Node players = member(game, "players");
        if (items(players).isEmpty()) {
            throw malformed(players, "Nobody plays", "Name at least one player.");
        }
        return items(players).stream().map(this::text).toList();
    }

    private Step step(Node.Mapping step) {
        String who =
                step.entries().keySet().stream()
                        .filter(key -> !EXPECTED.contains(key))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        malformed(
                                                step,
                                                "A step has no move",
                                                "Write a player and a move, such as ann: end-turn"
                                                        + " or all: {vote: for}."));
        Set<String> keys = Set.of(who, "expect", "refused", "state");
        step.entries().forEach((key, value) -> known(key, value, keys));
        Node what = member(step, who);
        Expectation expected = expectation(step);
        return switch (who) {
            case "wait" -> new Step.Waited(step.line(), duration(what), expected);
            case "turns" -> new Step.Turns(step.line(), turns(what), expected);
            default ->
                    new Step.Moved(
                            step.line(),
                            who,
                            who + " " + Subset.show(what).lines().findFirst().orElse(""),
                            new MoveReader(this).command(what),
                            expected);
        };
    }

    private int turns(Node node) {
        int turns = integer(node);
        if (turns < 1 || turns > MOST_TURNS) {
            throw malformed(
                    node, turns + " turns cannot be played", "Write 1 to " + MOST_TURNS + ".");
        }
        return turns;
    }

    private Duration duration(Node node) {
        try {
            Duration time = Duration.parse(text(node));
            if (time.isNegative()) {
                throw malformed(node, "Time does not go back", "Write a length such as P2D.");
            }
            return time;
        } catch (DateTimeParseException _) {
            throw malformed(
                    node,
                    text(node) + " is no length of time",
                    "Write PT10M for ten minutes, PT2H for two hours, P2D for two days.");
        }
    }

    Expectation expectation(Node.Mapping step) {
        Node refused = step.entries().get("refused");
        Node events = step.entries().get("expect");
        Node state = step.entries().get("state");
        return new Expectation(
                events == null ? List.of() : items(events).stream().map(this::pattern).toList(),
                refused == null ? null : refusal(mapping(refused)),
                state == null ? null : mapping(state));
    }

    private Node.Mapping refusal(Node.Mapping refused) {
        refused.entries()
                .forEach(
                        (key, value) -> {
                            known(key, value, REFUSAL);
                            text(value);
                        });
        return refused;
    }

    private EventPattern pattern(Node node) {
        if (node instanceof Node.Mapping mapping
                && mapping.entries().get("not") instanceof Node no) {
            EventPattern pattern = pattern(no);
            return new EventPattern(node.line(), true, pattern.type(), pattern.members());
        }
        return switch (node) {
            case Node.Scalar scalar ->
                    new EventPattern(node.line(), false, eventType(scalar, scalar.text()), null);
            case Node.Mapping mapping when mapping.entries().size() == 1 -> {
                String type = mapping.entries().keySet().iterator().next();
                Node members = member(mapping, type);
                eventMembers(eventType(mapping, type), members);
                yield new EventPattern(node.line(), false, type, members);
            }
            case Node.Mapping _, Node.Sequence _ ->
                    throw malformed(
                            node,
                            "This is no event",
                            "Write its type, or type and members: TurnStarted: {player: bob}.");
        };
    }

    private String eventType(Node node, String type) {
        if (EventWords.members(type) == null) {
            throw malformed(
                    node,
                    "There is no event " + type,
                    Nearest.hint(type, EventWords.types(), "Events are "));
        }
        return type;
    }

    private void eventMembers(String type, Node members) {
        Set<String> names = EventWords.members(type);
        if (names != null && members instanceof Node.Mapping named) {
            named.entries().forEach((key, value) -> known(key, value, names));
        }
    }

    /** The rule in a file beside the script. */
    RuleFile file(Node node) {
        if (folder == null) {
            throw malformed(node, "No file can be named here", "Write the code: code: |.");
        }
        try {
            String name = text(node);
            return RuleFile.read(
                    name,
                    Files.readString(folder.resolve(name)),
                    readIfThere(folder.resolve(RuleFile.dslBeside(name))),
                    readIfThere(folder.resolve(RuleFile.testsBeside(name))));
        } catch (IOException _) {
            throw malformed(
                    node, "There is no file " + text(node), "Name a file beside the script.");
        }
    }

    private static String readIfThere(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readString(file) : "";
    }

    Node member(Node.Mapping mapping, String key) {
        Node value = mapping.entries().get(key);
        if (value == null) {
            throw malformed(mapping, key + " is missing", "Add " + key + ": ...");
        }
        return value;
    }

    String optional(Node.Mapping mapping, String key, String otherwise) {
        Node value = mapping.entries().get(key);
        return value == null ? otherwise : text(value);
    }

    String text(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.text();
        }
        throw malformed(node, "A text is expected here", "Write one value.");
    }

    int integer(Node node) {
        long number = number(node);
        if (number != (int) number) {
            throw malformed(node, number + " is too large", "Write a smaller number.");
        }
        return (int) number;
    }

    long number(Node node) {
        if (node instanceof Node.Scalar(int _, String _, Object value)
                && value instanceof Long number) {
            return number;
        }
        throw malformed(node, "A number is expected here", "Write a whole number.");
    }

    List<Node> items(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items();
        }
        throw malformed(node, "A list is expected here", "Begin each item with a dash.");
    }

    Node.Mapping mapping(Node node) {
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        throw malformed(node, "Names with values are expected here", "Write {name: value, ...}.");
    }

    void known(String key, @Nullable Node value, Set<String> keys) {
        if (!keys.contains(key)) {
            throw new MalformedFile(
                    name,
                    value == null ? 0 : value.line(),
                    key + " is not known here",
                    (Nearest.maybe(key, keys) + " Known are " + listed(keys) + ".").strip());
        }
    }

    private static String listed(Set<String> keys) {
        return keys.stream().sorted().collect(Collectors.joining(", "));
    }

    MalformedFile malformed(Node node, String problem, String hint) {
        return new MalformedFile(name, node.line(), problem, hint);
    }
}
