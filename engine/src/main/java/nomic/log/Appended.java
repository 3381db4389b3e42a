package nomic.log;

/** What became of an append. */
public sealed interface Appended {
    /** It is in the log. */
    record Committed(Tenure tenure, Entry entry) implements Appended {}

    /** The command was decided before; nothing was written. */
    record AlreadyDecided(Entry entry) implements Appended {}

    /** Another process has taken the game over; the writer must drop it. */
    record Fenced(long epoch) implements Appended {}

    /** The game takes no more commands. */
    record Closed() implements Appended {}
}
