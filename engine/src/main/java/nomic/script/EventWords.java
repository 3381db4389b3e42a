package nomic.script;

import nomic.game.Event;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The types of events and the names of their members, as scripts write them. */
final class EventWords {
    private static final SortedMap<String, Set<String>> MEMBERS = new TreeMap<>();

    static {
        for (Class<?> type : Event.class.getPermittedSubclasses()) {
            var names = new TreeSet<String>();
            for (RecordComponent component : type.getRecordComponents()) {
                names.add(component.getName());
            }
            names.add("cause");
            MEMBERS.put(type.getSimpleName(), names);
        }
    }

    private EventWords() {}

    static Set<String> types() {
        return MEMBERS.keySet();
    }

    /** The members of events of a type, {@code cause} among them; null where there is no such. */
    static @Nullable Set<String> members(String type) {
        return MEMBERS.get(type);
    }
}
