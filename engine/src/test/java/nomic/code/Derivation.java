package nomic.code;

import nomic.code.Grammar.Form;
import nomic.code.Grammar.Piece;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/** One text of a grammar, chosen by chance, in which names stand only where they are known. */
final class Derivation {
    /** A name, made in a form and known to others at its end. */
    private record Name(String kind, String text) {}

    private final Grammar grammar;
    private final SplittableRandom chance;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Map<String, List<String>>> scopes = new ArrayDeque<>();
    private final Set<String> words = new TreeSet<>();
    private int names;

    private Derivation(Grammar grammar, SplittableRandom chance) {
        this.grammar = grammar;
        this.chance = chance;
        scopes.push(new TreeMap<>());
    }

    static String of(Grammar grammar, String phrase, SplittableRandom chance, int depth) {
        var derivation = new Derivation(grammar, chance);
        derivation.write(phrase, depth);
        return derivation.text.toString();
    }

    private void write(String phrase, int depth) {
        var made = new ArrayList<Name>();
        var last = "";
        for (var piece : choose(phrase, depth).pieces()) {
            if (piece.isText()) {
                text.append(piece.verb());
                continue;
            }
            switch (piece.verb()) {
                case "new", "bind" -> {
                    last = (piece.verb().equals("new") ? "v" : "$v") + ++names;
                    made.add(new Name(piece.object(), last));
                    text.append(last);
                }
                case "it" -> text.append(last);
                case "known" -> makeKnown(made);
                case "var" -> text.append(any(known(piece.object())));
                case "def" -> words.add(piece.object());
                case "if", "unless" -> {}
                case "{" -> scopes.push(new TreeMap<>());
                case "}" -> scopes.pop();
                case "nl" -> text.append('\n');
                default -> write(piece.verb(), depth - 1);
            }
        }
        makeKnown(made);
    }

    private void makeKnown(List<Name> made) {
        var scope = scopes.getFirst();
        made.forEach(
                name ->
                        scope.computeIfAbsent(name.kind(), _ -> new ArrayList<>())
                                .add(name.text()));
        made.clear();
    }

    private List<String> known(String kind) {
        return scopes.stream()
                .flatMap(scope -> scope.getOrDefault(kind, List.of()).stream())
                .toList();
    }

    private String any(List<String> some) {
        return some.get(chance.nextInt(some.size()));
    }

    private Form choose(String phrase, int depth) {
        var possible = grammar.forms(phrase).stream().filter(this::isPossible).toList();
        int least = possible.stream().mapToInt(grammar::depth).min().orElseThrow();
        var fitting =
                possible.stream()
                        .filter(form -> grammar.depth(form) <= Math.max(least, depth))
                        .toList();
        int at = chance.nextInt(fitting.stream().mapToInt(Form::weight).sum());
        for (var form : fitting) {
            at -= form.weight();
            if (at < 0) {
                return form;
            }
        }
        throw new IllegalStateException("No form of " + phrase);
    }

    private boolean isPossible(Form form) {
        return form.pieces().stream().allMatch(this::isPossible);
    }

    private boolean isPossible(Piece piece) {
        return piece.isText()
                || switch (piece.verb()) {
                    case "var" -> !known(piece.object()).isEmpty();
                    case "if" -> words.contains(piece.object());
                    case "unless" -> !words.contains(piece.object());
                    default -> true;
                };
    }
}
