package nomic.game;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fact that a rule declared and inserted.
 *
 * @param rule the id of the rule to which it belongs
 * @param type the simple name of its declared type
 * @param fields plain data: texts, whole numbers, truth values, lists of these
 */
public record OwnFact(int id, int rule, String type, SortedMap<String, @Nullable Object> fields) {
    public OwnFact(int id, int rule, String type, Map<String, @Nullable Object> fields) {
        this(id, rule, type, new TreeMap<>(fields));
    }

    public OwnFact {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }
}
