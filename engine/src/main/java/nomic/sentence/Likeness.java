package nomic.sentence;

import nomic.code.Nearest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the sentences that say most of what a line says; rare words count for more. */
final class Likeness {
    private static final int MOST = 3;
    private static final int STEM = 4;
    private static final int SHORTEST = 3;
    private static final int LONGEST_ENDING = 2;

    /** What a place weighs; a word that stands in one sentence weighs 1. */
    private static final double PLACE = 0.25;

    /** A word of no sentence counts like one of so many. */
    private static final int UNKNOWN = 4;

    private record Rated(Form form, double likeness) {}

    private Likeness() {}

    /** The most similar forms, best first. */
    static List<Form> nearest(List<Form> forms, List<Token> line) {
        List<String> said = line.stream().map(Likeness::word).distinct().toList();
        Map<String, Integer> uses = new TreeMap<>();
        forms.forEach(
                form -> form.words().forEach(word -> uses.merge(word(word), 1, Integer::sum)));
        return forms.stream()
                .map(form -> new Rated(form, likeness(form, line, said, uses)))
                .filter(rated -> rated.likeness() > 0)
                .sorted(Comparator.comparingDouble(Rated::likeness).reversed())
                .limit(MOST)
                .map(Rated::form)
                .toList();
    }

    private static double likeness(
            Form form, List<Token> line, List<String> said, Map<String, Integer> uses) {
        double same = 0;
        double all = 0;
        for (Token token : form.words()) {
            if (token.kind() == Token.Kind.PLACE) {
                all += PLACE;
                same += fits(PlaceKind.of(token.text()), line) ? PLACE : 0;
            } else {
                String word = word(token);
                double weight = weight(word, uses);
                all += weight;
                if (said.stream().anyMatch(it -> alike(it, word))) {
                    same += weight;
                }
            }
        }
        for (String word : said) {
            all += weight(word, uses);
        }
        return 2 * same / all;
    }

    /** Whether a line has something for a place. */
    private static boolean fits(PlaceKind kind, List<Token> line) {
        return switch (kind) {
            case NUMBER -> has(line, Token.Kind.NUMBER);
            case TEXT -> has(line, Token.Kind.QUOTED);
            case ASSET -> has(line, Token.Kind.NUMBER);
            case PLAYER ->
                    has(line, Token.Kind.QUOTED)
                            || line.stream().anyMatch(token -> token.is("that"));
            case PROPOSAL -> line.stream().anyMatch(token -> token.is("proposal"));
            case RULE -> line.stream().anyMatch(token -> token.is("rule"));
            case CASE -> line.stream().anyMatch(token -> token.is("case"));
            case CHOICE, ANSWER, STANDING, TIME, INPUT, VALUE -> false;
        };
    }

    private static boolean has(List<Token> line, Token.Kind kind) {
        return line.stream().anyMatch(token -> token.kind() == kind);
    }

    private static double weight(String word, Map<String, Integer> uses) {
        return 1 / Math.sqrt(uses.getOrDefault(word, UNKNOWN));
    }

    /** The same word, or another form of it. */
    private static boolean alike(String some, String other) {
        int shorter = Math.min(some.length(), other.length());
        return some.equals(other)
                || shorter > STEM && some.regionMatches(0, other, 0, Math.max(STEM, shorter - 1))
                || shorter >= SHORTEST && (ended(some, other) || ended(other, some))
                || shorter > STEM && Nearest.to(some, Set.of(other)) != null;
    }

    /** One word, and the same with an ending. */
    private static boolean ended(String word, String longer) {
        return longer.startsWith(word) && longer.length() <= word.length() + LONGEST_ENDING;
    }

    private static String word(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
