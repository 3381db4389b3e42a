package nomic.game;

import java.util.List;

/** A decided command as it was logged, without the state that it led to. */
public record Logged(Envelope envelope, Outcome outcome, List<Occurrence> events) {
    public Logged {
        events = List.copyOf(events);
    }

    /** Whether it made, touched or opened a fact that is kept from some. */
    boolean isOfSecrets() {
        return events.stream()
                .anyMatch(
                        occurrence ->
                                occurrence.only() != null
                                        || occurrence.event() instanceof Event.FactConcealed
                                        || occurrence.event() instanceof Event.FactRevealed);
    }

    /** The state after it. */
    public GameState after(GameState before) {
        return Evolution.evolve(before, events.stream().map(Occurrence::event).toList());
    }
}
