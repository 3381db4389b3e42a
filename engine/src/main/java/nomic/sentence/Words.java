package nomic.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The words that can stand in places, by the word with which they begin. */
final class Words {
    private final Map<String, List<Form>> byFirst = new TreeMap<>();
    private final List<Form> beginningWithPlace = new ArrayList<>();

    Words(List<Form> forms) {
        for (Form form : forms) {
            Token first = form.words().getFirst();
            if (first.kind() == Token.Kind.PLACE) {
                beginningWithPlace.add(form);
            } else {
                byFirst.computeIfAbsent(lower(first), _ -> new ArrayList<>()).add(form);
            }
        }
    }

    /** Those that can begin with a word. */
    List<Form> beginningWith(Token token) {
        List<Form> forms = byFirst.getOrDefault(lower(token), List.of());
        if (beginningWithPlace.isEmpty()) {
            return forms;
        }
        var all = new ArrayList<>(forms);
        all.addAll(beginningWithPlace);
        return all;
    }

    private static String lower(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
