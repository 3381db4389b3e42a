package nomic.sentence;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds the sentences that say most of what a line says; rare words count for more. */
final class Likeness {
    private static final int MOST = 3;
    private static final int STEM = 4;

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
                .map(form -> new Rated(form, likeness(form, said, uses)))
                .filter(rated -> rated.likeness() > 0)
                .sorted(Comparator.comparingDouble(Rated::likeness).reversed())
                .limit(MOST)
                .map(Rated::form)
                .toList();
    }

    private static double likeness(Form form, List<String> said, Map<String, Integer> uses) {
        double same = 0;
        double all = 0;
        for (Token token : form.words()) {
            if (token.kind() != Token.Kind.PLACE) {
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

    private static double weight(String word, Map<String, Integer> uses) {
        return 1 / Math.sqrt(uses.getOrDefault(word, UNKNOWN));
    }

    /** The same word, or another form of it. */
    private static boolean alike(String some, String other) {
        int shorter = Math.min(some.length(), other.length());
        return some.equals(other)
                || shorter > STEM && some.regionMatches(0, other, 0, Math.max(STEM, shorter - 2));
    }

    private static String word(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
