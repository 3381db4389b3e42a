package nomic.law;

import java.time.Instant;

/**
 * A player proposes a change.
 *
 * @param target the number of the rule to change; 0 for an enactment
 */
public record Propose(String player, Kind kind, int target, String title, Instant at)
        implements Move {}
