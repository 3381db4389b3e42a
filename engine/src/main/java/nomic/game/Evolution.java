package nomic.game;

import java.util.List;

/** The fold of events into state. It is pure: the same events give the same state anywhere. */
public final class Evolution {
    private Evolution() {}

    /** The state after some more events. */
    public static GameState evolve(GameState state, List<Event> events) {
        if (events.isEmpty()) {
            return state;
        }
        Draft draft = new Draft(state);
        for (Event event : events) {
            draft = draft.after(event);
        }
        return draft.state();
    }

    /** The state after one more event. */
    public static GameState evolve(GameState state, Event event) {
        return evolve(state, List.of(event));
    }
}
