package nomic.law;

/**
 * A vote is over and the change, if adopted, is in effect.
 *
 * @param rule the number of the rule that was changed or enacted; 0 where nothing was changed
 */
public record VoteSettled(int proposal, String author, Kind kind, int rule, boolean adopted)
        implements EventFact {}
