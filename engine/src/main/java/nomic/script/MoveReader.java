package nomic.script;

import nomic.code.Nearest;
import nomic.game.Attachments;
import nomic.game.Command;
import nomic.game.RemedyEntry;
import nomic.law.Answer;
import nomic.law.Choice;
import nomic.law.Kind;
import nomic.law.RemedyKind;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the YAML of a move into a command. */
record MoveReader(StepReader script) {
    private static final Set<String> PROPOSAL =
            Set.of("kind", "target", "title", "prose", "code", "file", "sentences", "dsl", "tests");
    private static final Set<String> REVISION =
            Set.of("proposal", "title", "prose", "code", "sentences", "dsl", "tests");
    private static final List<String> MOVES =
            List.of(
                    "join",
                    "leave",
                    "forfeit",
                    "start",
                    "end-turn",
                    "propose",
                    "revise",
                    "withdraw",
                    "vote",
                    "act",
                    "call-for-judgment",
                    "judge",
                    "claim-dead-end");
    private static final Set<String> CALL = Set.of("statement", "rule");
    private static final Set<String> JUDGMENT =
            Set.of("case", "answer", "reasons", "cites", "remedies");
    private static final Set<String> REMEDY = Set.of("kind", "subject", "amount");

    Command command(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> plain(scalar);
            case Node.Mapping mapping when mapping.entries().size() == 1 -> {
                String move = mapping.entries().keySet().iterator().next();
                yield command(move, script.member(mapping, move));
            }
            case Node.Mapping _, Node.Sequence _ -> throw unknown(node, "This");
        };
    }

    private Command plain(Node.Scalar move) {
        return switch (move.text()) {
            case "join" -> new Command.Join();
            case "leave" -> new Command.Leave();
            case "forfeit" -> new Command.Forfeit();
            case "start" -> new Command.Start();
            case "end-turn" -> new Command.EndTurn();
            case "withdraw" -> new Command.Withdraw(0);
            case "claim-dead-end" -> new Command.ClaimDeadEnd();
            case "resume" -> new Command.Order.Resume();
            default -> throw unknown(move, move.text());
        };
    }

    private Command command(String move, Node node) {
        return switch (move) {
            case "propose" -> propose(script.mapping(node));
            case "revise" -> revise(script.mapping(node));
            case "withdraw" -> new Command.Withdraw(number(script.mapping(node), "proposal"));
            case "vote" -> vote(node);
            case "call-for-judgment" -> call(node);
            case "judge" -> judge(script.mapping(node));
            case "act" -> act(script.mapping(node));
            default -> order(move, node);
        };
    }

    private Command order(String name, Node node) {
        Command order = new OrderReader(script).order(name, node);
        if (order == null) {
            throw unknown(node, name);
        }
        return order;
    }

    private Command propose(Node.Mapping proposal) {
        proposal.entries().forEach((key, value) -> script.known(key, value, PROPOSAL));
        Node file = proposal.entries().get("file");
        if (file != null) {
            return script.file(file).proposal();
        }
        return new Command.Propose(
                word(proposal, "kind", Kind.values(), Kind.ENACT),
                number(proposal, "target"),
                script.optional(proposal, "title", "A change"),
                script.optional(proposal, "prose", ""),
                script.optional(proposal, "code", ""),
                attachments(proposal));
    }

    private Command vote(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return new Command.Vote(0, choice(scalar), null);
        }
        Node.Mapping vote = script.mapping(node);
        Node hash = vote.entries().get("hash");
        return new Command.Vote(
                number(vote, "proposal"),
                choice(script.member(vote, "choice")),
                hash == null ? null : script.text(hash));
    }

    private Command revise(Node.Mapping text) {
        text.entries().forEach((key, value) -> script.known(key, value, REVISION));
        return new Command.Revise(
                number(text, "proposal"),
                script.optional(text, "title", ""),
                script.optional(text, "prose", ""),
                script.optional(text, "code", ""),
                attachments(text));
    }

    private Attachments attachments(Node.Mapping text) {
        return new Attachments(
                script.optional(text, "sentences", ""),
                script.optional(text, "dsl", ""),
                script.optional(text, "tests", ""));
    }

    private Command call(Node node) {
        if (node instanceof Node.Scalar statement) {
            return new Command.CallForJudgment(script.text(statement), 0);
        }
        Node.Mapping call = script.mapping(node);
        call.entries().forEach((key, value) -> script.known(key, value, CALL));
        return new Command.CallForJudgment(
                script.text(script.member(call, "statement")), number(call, "rule"));
    }

    private Command judge(Node.Mapping judgment) {
        judgment.entries().forEach((key, value) -> script.known(key, value, JUDGMENT));
        Node answer = script.member(judgment, "answer");
        return new Command.Judge(
                number(judgment, "case"),
                word(answer, script.text(answer), Answer.values()),
                script.optional(judgment, "reasons", "By the rules in force."),
                items(judgment, "cites").map(script::integer).toList(),
                items(judgment, "remedies").map(script::mapping).map(this::remedy).toList());
    }

    private RemedyEntry remedy(Node.Mapping remedy) {
        remedy.entries().forEach((key, value) -> script.known(key, value, REMEDY));
        Node kind = script.member(remedy, "kind");
        return new RemedyEntry(
                word(kind, script.text(kind), RemedyKind.values()),
                script.text(script.member(remedy, "subject")),
                number(remedy, "amount"));
    }

    private static Stream<Node> items(Node.Mapping in, String key) {
        return in.entries().get(key) instanceof Node.Sequence list
                ? list.items().stream()
                : Stream.empty();
    }

    private int number(Node.Mapping in, String key) {
        Node node = in.entries().get(key);
        return node == null ? 0 : script.integer(node);
    }

    private Command act(Node.Mapping act) {
        var arguments = new TreeMap<String, Object>();
        if (act.entries().get("arguments") instanceof Node.Mapping given) {
            given.entries()
                    .forEach(
                            (key, value) ->
                                    arguments.put(
                                            key,
                                            value instanceof Node.Scalar scalar
                                                    ? scalar.value()
                                                    : script.text(value)));
        }
        return new Command.Act(script.text(script.member(act, "name")), arguments);
    }

    private Choice choice(Node node) {
        return word(node, script.text(node), Choice.values());
    }

    private <E extends Enum<E>> E word(Node.Mapping in, String key, E[] words, E otherwise) {
        Node node = in.entries().get(key);
        return node == null ? otherwise : word(node, script.text(node), words);
    }

    private <E extends Enum<E>> E word(Node node, String text, E[] words) {
        return Arrays.stream(words)
                .filter(word -> word.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                script.malformed(
                                        node,
                                        text + " is not known here",
                                        "Write one of " + listed(words) + "."));
    }

    private static <E extends Enum<E>> String listed(E[] words) {
        return Arrays.stream(words)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private RuntimeException unknown(Node node, String word) {
        var all = Stream.concat(MOVES.stream(), OrderReader.ORDERS.stream()).toList();
        return script.malformed(
                node,
                word + " is no move",
                "%s Moves are %s, and orders of the game master %s."
                        .formatted(
                                Nearest.maybe(word, all),
                                String.join(", ", MOVES),
                                String.join(", ", OrderReader.ORDERS))
                        .strip());
    }
}
