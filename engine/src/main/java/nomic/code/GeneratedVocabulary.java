package nomic.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The members of Drools that generated classes may name, read from {@code allow/drools.txt}. */
final class GeneratedVocabulary {
    static final GeneratedVocabulary ALLOWED = load();

    private final Map<String, Set<String>> player = new TreeMap<>();
    private final Map<String, Set<String>> skeleton = new TreeMap<>();

    private GeneratedVocabulary() {}

    boolean knowsType(String owner, boolean inSkeleton) {
        return player.containsKey(owner)
                || owner.startsWith("org/drools/model/functions/")
                || inSkeleton && (skeleton.containsKey(owner) || owner.startsWith("org/drools/"));
    }

    boolean knowsMember(String owner, String name, boolean inSkeleton) {
        return names(player, owner, name) || inSkeleton && names(skeleton, owner, name);
    }

    Map<String, Set<String>> all() {
        var all = new TreeMap<>(skeleton);
        player.forEach((owner, names) -> all.merge(owner, names, GeneratedVocabulary::union));
        return all;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var union = new TreeSet<>(some);
        union.addAll(others);
        return union;
    }

    private static boolean names(Map<String, Set<String>> lists, String owner, String name) {
        var names = lists.getOrDefault(owner, Set.of());
        return names.contains(name) || names.contains("*");
    }

    private static GeneratedVocabulary load() {
        var vocabulary = new GeneratedVocabulary();
        try (var file =
                Objects.requireNonNull(
                        GeneratedVocabulary.class.getResourceAsStream("allow/drools.txt"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(vocabulary::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vocabulary;
    }

    private void add(String line) {
        if (!line.startsWith("#")) {
            var words = line.split(" ", -1);
            var names = new TreeSet<>(Arrays.asList(words).subList(2, words.length));
            (words[0].equals("player") ? player : skeleton).put(words[1], names);
        }
    }
}
