package nomic.history;

import java.util.List;

/**
 * What a listener was told, in the order of its coming.
 *
 * @param since the number of the last event that it did not want
 * @param whole whether it waited until it had heard all
 */
public record Heard(String who, long since, List<Told> events, boolean whole) {
    public Heard {
        events = List.copyOf(events);
    }

    /** An event by its number and the name of its type. */
    public record Told(long seq, String type) {}
}
