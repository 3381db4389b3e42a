package nomic.preview;

/**
 * How a vote ends in which all vote for the proposal.
 *
 * @param adopted whether the change takes effect
 * @param why it does not, in a sentence; empty where it does
 * @param commands ballots and other commands until it ended
 * @param deadlines how many deadlines passed until then
 */
public record Adoption(boolean adopted, String why, int commands, int deadlines) {}
