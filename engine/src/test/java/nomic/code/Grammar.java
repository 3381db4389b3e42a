package nomic.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Phrases and their forms; the head of {@code fuzz/rule-code.grammar} tells how they are written.
 */
final class Grammar {
    private static final Pattern WEIGHT = Pattern.compile("^\\[(\\d+)] ?");
    private static final int ENDLESS = 1000;

    /** A piece of a form: text, or a command with what it is about. */
    record Piece(boolean isText, String verb, String object) {
        static Piece text(String text) {
            return new Piece(true, text, "");
        }

        static Piece command(String command) {
            var words = command.split(" ", 2);
            return new Piece(false, words[0], words.length == 1 ? "" : words[1]);
        }
    }

    /** One way to write a phrase. */
    record Form(int weight, List<Piece> pieces) {}

    private final Map<String, List<Form>> phrases = new LinkedHashMap<>();
    private final Map<String, Integer> depths = new LinkedHashMap<>();

    Grammar(List<String> lines) {
        List<Form> forms = List.of();
        for (var line : lines) {
            if (line.startsWith(" ")) {
                forms.add(form(line.strip()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                forms = new ArrayList<>();
                phrases.put(line.strip(), forms);
            }
        }
        measure();
    }

    private static Form form(String line) {
        var weight = WEIGHT.matcher(line);
        int heavy = weight.find() ? Integer.parseInt(weight.group(1)) : 1;
        var pieces = new ArrayList<Piece>();
        boolean text = true;
        for (var part : weight.replaceFirst("").split("[«»]", -1)) {
            if (!text || !part.isEmpty()) {
                pieces.add(text ? Piece.text(part) : Piece.command(part));
            }
            text = !text;
        }
        return new Form(heavy, List.copyOf(pieces));
    }

    List<Form> forms(String phrase) {
        return Objects.requireNonNull(phrases.get(phrase), phrase);
    }

    boolean isPhrase(Piece piece) {
        return !piece.isText() && piece.object().isEmpty() && phrases.containsKey(piece.verb());
    }

    /** How deep a form goes at least. */
    int depth(Form form) {
        int deepest = 0;
        for (var piece : form.pieces()) {
            if (isPhrase(piece)) {
                deepest = Math.max(deepest, depths.getOrDefault(piece.verb(), ENDLESS));
            }
        }
        return deepest + 1;
    }

    private void measure() {
        for (int round = 0; round < phrases.size(); round++) {
            phrases.forEach(
                    (phrase, forms) ->
                            depths.put(
                                    phrase,
                                    forms.stream()
                                            .filter(Grammar::isFree)
                                            .mapToInt(this::depth)
                                            .min()
                                            .orElse(ENDLESS)));
        }
    }

    /** True where a form can be chosen whatever is known. */
    private static boolean isFree(Form form) {
        return form.pieces().stream()
                .noneMatch(piece -> List.of("var", "if", "unless").contains(piece.verb()));
    }
}
