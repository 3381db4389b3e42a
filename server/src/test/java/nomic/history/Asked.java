package nomic.history;

/**
 * One submission of a command. A command may be submitted again under its id.
 *
 * @param sent when it was sent, on the clock of all clients
 * @param answered when the answer came; after all else where none came
 */
public record Asked(String player, String command, long sent, long answered, Answer answer) {
    /** A submission that was never answered. */
    public static Asked unanswered(String player, String command, long sent) {
        return new Asked(player, command, sent, Long.MAX_VALUE, new Answer.Unknown());
    }
}
