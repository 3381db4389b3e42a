package nomic.log;

/**
 * The right to append to a game: valid while the log knows no later epoch and no later head.
 *
 * @param epoch the fencing number; it only grows
 * @param head the sequence number of the last event, 0 before the first
 * @param position the number of the last decided command, 0 before the first
 * @param link the hash chain up to that command
 */
public record Tenure(long epoch, long head, long position, String link) {}
