package nomic.game;

import java.util.List;
import java.util.SortedMap;

/**
 * A decided command: what is stored, and the state after it.
 *
 * @param rulebookHash of the rulebook that decided
 * @param stateHash of the state after the command
 * @param use of each rule that used anything, by id; no part of what is hashed or compared
 */
public record Decided(
        Envelope envelope,
        Outcome outcome,
        List<Occurrence> events,
        GameState state,
        String rulebookHash,
        String stateHash,
        SortedMap<Integer, Use> use) {}
