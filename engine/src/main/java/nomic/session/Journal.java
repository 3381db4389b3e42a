package nomic.session;

import nomic.game.Cause;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** The events of a command as they come about, and the state that they have led to. */
final class Journal {
    private final List<Occurrence> occurrences = new ArrayList<>();
    private GameState state;

    Journal(GameState state) {
        this.state = state;
    }

    GameState state() {
        return state;
    }

    void add(Event event, Cause cause) {
        add(event, cause, null);
    }

    /**
     * @param only the players who may see it; null for all
     */
    void add(Event event, Cause cause, @Nullable SortedSet<String> only) {
        occurrences.add(new Occurrence(event, cause, only));
        state = Evolution.evolve(state, event);
    }

    int size() {
        return occurrences.size();
    }

    List<Occurrence> since(int mark) {
        return List.copyOf(occurrences.subList(mark, occurrences.size()));
    }

    List<Occurrence> all() {
        return List.copyOf(occurrences);
    }
}
