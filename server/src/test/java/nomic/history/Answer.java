package nomic.history;

/** What a client was told of a command. */
public sealed interface Answer {
    /**
     * It was carried out; its events have these numbers, {@code last} below {@code first} if none.
     */
    record Kept(long first, long last) implements Answer {}

    /** The game refused it. */
    record Refused() implements Answer {}

    /** No answer came, or one that does not say whether it was carried out. */
    record Unknown() implements Answer {}
}
