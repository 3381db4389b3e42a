package nomic.law;

/**
 * A vote has closed; the change, if adopted, is not yet in effect.
 *
 * @param target the number of the rule that the proposal would change; 0 for an enactment
 */
public record VoteClosed(int proposal, String author, Kind kind, int target, boolean adopted)
        implements EventFact {}
