package nomic.history;

/**
 * A state as somebody was shown it.
 *
 * @param head the number of the last event that went into it
 * @param picture of the state, drawn as {@link HistoryCheck} draws it
 */
public record Served(String by, long head, String picture) {}
