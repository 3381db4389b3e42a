package nomic.game;

import java.util.List;

/**
 * A decided command: what is stored, and the state after it.
 *
 * @param rulebookHash of the rulebook that decided
 * @param stateHash of the state after the command
 */
public record Decided(
        Envelope envelope,
        Outcome outcome,
        List<Occurrence> events,
        GameState state,
        String rulebookHash,
        String stateHash) {}
