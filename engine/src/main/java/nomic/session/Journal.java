package nomic.session;

import nomic.game.Cause;
import nomic.game.Event;
import nomic.game.Evolution;
import nomic.game.GameState;
import nomic.game.Occurrence;

import java.util.ArrayList;
import java.util.List;

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
        occurrences.add(new Occurrence(event, cause));
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
