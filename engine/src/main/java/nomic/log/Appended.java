package nomic.log;

/** What became of an append. */
public sealed interface Appended {
    /** It is in the log. */
    record Committed(Tenure tenure, Entry entry) implements Appended {}

    /** The command was decided before; nothing was written. */
    record AlreadyDecided(Entry entry) implements Appended {}

    /**
     * The tenure is over: another writer has taken the game over, or the log has gone on without
     * the caller. The writer must drop its state and read the log again.
     *
     * @param epoch the epoch that the log knows
     */
    record Fenced(long epoch) implements Appended {}

    /** The game takes no commands, see {@link GameLog#quarantine}. */
    record Quarantined(String why) implements Appended {}
}
