package nomic.script;

import nomic.game.Command;
import nomic.law.Choice;
import nomic.law.Kind;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Turns the YAML of a move into a command. */
record MoveReader(ScriptReader script) {
    private static final Set<String> PROPOSAL =
            Set.of("kind", "target", "title", "prose", "code", "file");

    Command command(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> plain(scalar);
            case Node.Mapping mapping when mapping.entries().size() == 1 -> {
                String move = mapping.entries().keySet().iterator().next();
                yield command(move, script.member(mapping, move));
            }
            case Node.Mapping _, Node.Sequence _ -> throw unknown(node);
        };
    }

    private Command plain(Node.Scalar move) {
        return switch (move.text()) {
            case "join" -> new Command.Join();
            case "leave" -> new Command.Leave();
            case "forfeit" -> new Command.Forfeit();
            case "start" -> new Command.Start();
            case "end-turn" -> new Command.EndTurn();
            default -> throw unknown(move);
        };
    }

    private Command command(String move, Node node) {
        return switch (move) {
            case "propose" -> propose(script.mapping(node));
            case "vote" -> vote(node);
            case "act" -> act(script.mapping(node));
            default -> throw unknown(node);
        };
    }

    private Command propose(Node.Mapping proposal) {
        proposal.entries().forEach((key, value) -> script.known(key, value, PROPOSAL));
        Node file = proposal.entries().get("file");
        if (file != null) {
            return script.file(file).proposal();
        }
        Node target = proposal.entries().get("target");
        return new Command.Propose(
                word(proposal, "kind", Kind.values(), Kind.ENACT),
                target == null ? 0 : script.integer(target),
                script.optional(proposal, "title", "A change"),
                script.optional(proposal, "prose", ""),
                script.optional(proposal, "code", ""));
    }

    private Command vote(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return new Command.Vote(0, choice(scalar), null);
        }
        Node.Mapping vote = script.mapping(node);
        Node proposal = vote.entries().get("proposal");
        Node hash = vote.entries().get("hash");
        return new Command.Vote(
                proposal == null ? 0 : script.integer(proposal),
                choice(script.member(vote, "choice")),
                hash == null ? null : script.text(hash));
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
                                        "Write one of " + Arrays.toString(words) + " in small."));
    }

    private RuntimeException unknown(Node node) {
        return script.malformed(
                node,
                "This is no move",
                "Moves are join, leave, forfeit, start, end-turn, propose, vote and act.");
    }
}
